using System.Threading.Channels;

namespace SnoutOS.Domain.Receiving;

/// <summary>
/// Wakes a worker when there is something to do, at most one wake-up waiting. A worker also looks by itself now and
/// then, because another process may have written what it looks for.
/// </summary>
public abstract class WorkSignal(TimeProvider clock)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _raised.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var raised = _raised.Reader.ReadAsync(enough.Token).AsTask();
        await Task.WhenAny(raised, Task.Delay(LookAgainAfter, clock, enough.Token));
        await enough.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        await raised.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}

/// <summary>Provider events wait to be processed.</summary>
public sealed class ReceivingSignal(TimeProvider clock) : WorkSignal(clock);
