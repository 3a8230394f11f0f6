namespace SnoutOS.Web.Components.Threads;

/// <summary>Saves what is typed after a short pause, one save at a time, and whatever is left when it is disposed.</summary>
public sealed class DraftKeeper(string saved, Func<string, Task> save, TimeProvider clock) : IAsyncDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private string _saved = saved;
    private string _text = saved;
    private ITimer? _timer;

    public void Typed(string text)
    {
        _text = text;
        _timer ??= clock.CreateTimer(_ => _ = TrySaveAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
        }

        await SaveAsync();
        _gate.Dispose();
    }

    private async Task TrySaveAsync()
    {
        try
        {
            await SaveAsync();
        }
        catch (Exception)
        {
            // The browser keeps its copy, and the next pause tries again.
        }
    }

    private async Task SaveAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_text != _saved)
            {
                var text = _text;
                await save(text);
                _saved = text;
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
