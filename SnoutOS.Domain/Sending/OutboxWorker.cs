using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// Carries committed messages to the provider, a few at a time, and asks after those whose answer was lost. Between one
/// number and one phone there is at most one unresolved request, which keeps their order and makes an answer that was
/// lost findable.
/// </summary>
public sealed partial class OutboxWorker(
    SnoutDb database, OutboxPost post, AmbiguousSends ambiguous, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private const int AtOnce = 8;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var due = await DueAsync(stoppingToken);
                await Task.WhenAll(due.Select(entry => CarryAsync(entry, stoppingToken)));
                if (due.Count == 0)
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

    private async Task CarryAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        using var span = MessagingTelemetry.Activities.StartActivity("carry message").WithIds(entry.OrganizationId, messageId: entry.MessageId);
        try
        {
            await (entry.State switch
            {
                OutboxState.Pending => post.SendAsync(entry, cancellationToken),
                OutboxState.Submitting => ambiguous.AdoptAsync(entry, cancellationToken),
                OutboxState.Ambiguous => ambiguous.LookUpAsync(entry, cancellationToken),
                OutboxState.Held => post.ExpireAsync(entry, cancellationToken),
                OutboxState.Settled => Task.CompletedTask,
            });
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            span.Failed(failure);
            LogEntryFailed(failure, entry.MessageId, entry.OrganizationId);
            await post.PostponeAsync(entry, cancellationToken);
        }
    }

    /// <summary>
    /// What can be carried on now: pending messages with nothing unresolved before them between the same two numbers,
    /// requests whose worker died, ambiguous ones whose next look-up is due, and held ones whose time has run out.
    /// </summary>
    private async Task<List<OutboxEntry>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForInstallation();
        return await db.AllOutbox().AsNoTracking()
            .Where(entry => (entry.State == OutboxState.Pending || entry.State == OutboxState.Ambiguous || entry.State == OutboxState.Held)
                    && entry.NextAttemptAt <= now
                || entry.State == OutboxState.Submitting && entry.LeaseUntil < now)
            .Where(entry => entry.State != OutboxState.Pending || !db.AllOutbox().Any(other =>
                other.OrganizationId == entry.OrganizationId
                && other.ClientPhoneId == entry.ClientPhoneId
                && other.NumberId == entry.NumberId
                && (other.State == OutboxState.Submitting
                    || other.State == OutboxState.Ambiguous
                    || other.State == OutboxState.Pending && (other.CreatedAt < entry.CreatedAt
                        || other.CreatedAt == entry.CreatedAt && other.MessageId.CompareTo(entry.MessageId) < 0))))
            .OrderBy(entry => entry.NextAttemptAt)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be carried; trying again")]
    private partial void LogPassFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} in organization {OrganizationId} could not be carried")]
    private partial void LogEntryFailed(Exception failure, Guid messageId, Guid organizationId);
}
