using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Receiving;

/// <summary>
/// Processes the ledger in the order of receipt. An event that fails is tried again later and holds back later ones
/// of the same sender only; one that never succeeds is set aside, in sight, and the others pass.
/// </summary>
public sealed partial class ReceivingWorker(
    SnoutDb database,
    Writer writer,
    MessageReceiver messages,
    StatusReceiver statuses,
    CallReceiver calls,
    KeptEvents kept,
    ReceivingSignal signal,
    TimeProvider clock,
    ILogger<ReceivingWorker> logger) : BackgroundService
{
    private const int BatchSize = 64;
    private const int MaxAttempts = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await kept.ReleaseAsync(stoppingToken);
                if (await ProcessBatchAsync(stoppingToken) == 0)
                {
                    await signal.WaitAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogPassFailed(failure);
                await signal.WaitAsync(stoppingToken);
            }
        }
    }

    /// <summary>Processes what is due; returns how many events it took on.</summary>
    private async Task<int> ProcessBatchAsync(CancellationToken cancellationToken)
    {
        var batch = await NextAsync(cancellationToken);
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in batch.Where(item => !held.Contains(item.Sender)))
        {
            if (!await TryProcessAsync(item, cancellationToken))
            {
                held.Add(item.Sender);
            }
        }

        return batch.Count;
    }

    private async Task<List<ProviderEvent>> NextAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForInstallation();
        return await db.ProviderEvents.AsNoTracking()
            .Where(row => row.State == ProviderEventState.Pending && row.NextAttemptAt <= now)
            .Where(row => row.Kind == ProviderEventKind.Status || !db.ProviderEvents.Any(earlier =>
                earlier.Sender == row.Sender
                && earlier.State == ProviderEventState.Pending
                && earlier.Sequence < row.Sequence
                && earlier.NextAttemptAt > now))
            .OrderBy(row => row.Sequence)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> TryProcessAsync(ProviderEvent item, CancellationToken cancellationToken)
    {
        using var span = MessagingTelemetry.Activities.StartActivity("process provider event").WithIds(messageId: item.OutboundMessageId);
        try
        {
            await (item.Kind switch
            {
                ProviderEventKind.Message => messages.ReceiveAsync(item, cancellationToken),
                ProviderEventKind.Status => statuses.ReceiveAsync(item, cancellationToken),
                ProviderEventKind.Call => calls.ReceiveAsync(item, cancellationToken),
                ProviderEventKind.Malformed => Task.CompletedTask,
            });
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            span.Failed(failure);
            LogEventFailed(failure, item.Sequence, item.Kind, item.Attempts + 1);
            await PostponeAsync(item, cancellationToken);
            return false;
        }
    }

    /// <summary>One statement, so that it cannot undo what another node made of the event meanwhile.</summary>
    private Task PostponeAsync(ProviderEvent item, CancellationToken cancellationToken)
    {
        var attempts = item.Attempts + 1;
        var state = attempts >= MaxAttempts ? ProviderEventState.SetAside : ProviderEventState.Pending;
        var next = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, attempts - 1));
        return writer.CommitInstallationAsync(db => db.ProviderEvents
            .Where(row => row.Sequence == item.Sequence && row.State == ProviderEventState.Pending)
            .ExecuteUpdateAsync(
                row => row.SetProperty(pending => pending.Attempts, attempts)
                    .SetProperty(pending => pending.State, state)
                    .SetProperty(pending => pending.NextAttemptAt, next),
                cancellationToken), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The ledger could not be processed; trying again")]
    private partial void LogPassFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Provider event {Sequence} ({Kind}) failed on attempt {Attempt}")]
    private partial void LogEventFailed(Exception failure, long sequence, ProviderEventKind kind, int attempt);
}
