using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Receiving;

/// <summary>
/// Asks the provider what it has, for what no webhook delivered: inbound texts, and the fate of our own. The ledger's
/// unique key makes a text that came both ways one text; a status only ever moves forward.
/// </summary>
public sealed partial class ProviderPoll(
    ISmsProvider provider, ProviderEventIntake intake, SnoutDb database, IHostApplicationLifetime host, TimeProvider clock, ILogger<ProviderPoll> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(2);

    /// <summary>After a start, and after an outage: as far back as the provider's day granularity makes sensible.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(2);

    /// <summary>A text shows up in the provider's list a little after its own date, and a delivery takes a while.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The simulated carrier is served by this very process: it can be asked once that listens.
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = host.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        var since = clock.GetUtcNow() - FirstLook;
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                var now = clock.GetUtcNow();
                var found = await LookAsync(since, stoppingToken);
                since = now - Overlap;
                if (found > 0)
                {
                    LogFound(found);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> LookAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = 0;
        await foreach (var message in provider.ListAsync(new ProviderMessageQuery(since), cancellationToken))
        {
            if (message.CreatedAt < since)
            {
                break;
            }

            var news = message.Direction == Direction.Inbound
                ? await EventOfAsync(message, cancellationToken)
                : await UnheardStatusAsync(message, cancellationToken);
            if (news is not null && await intake.RecordAsync(news, cancellationToken) == IntakeResult.Recorded)
            {
                found++;
            }
        }

        return found;
    }

    /// <summary>The status of a message of ours, if it is further on than we have heard.</summary>
    private async Task<IncomingEvent?> UnheardStatusAsync(ProviderMessage message, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        var known = await db.AllMessages()
            .Where(row => row.ProviderSid == message.Sid)
            .Select(row => new { row.Id, row.Status })
            .FirstOrDefaultAsync(cancellationToken);
        return known is not null && message.Status != MessageStatus.Queued && DeliveryProgress.Advances(known.Status, message.Status)
            ? InboundEvents.Of(known.Id, new StatusReport(message.Sid, message.Status, message.ErrorCode), $"poll-{message.Status}", "", ProviderEventSource.Poll)
            : null;
    }

    private async Task<IncomingEvent> EventOfAsync(ProviderMessage message, CancellationToken cancellationToken)
    {
        var media = message.MediaCount > 0 ? await provider.ListMediaAsync(message.Sid, cancellationToken) : [];
        var text = new InboundText(
            message.Sid, message.From, message.To, message.Body,
            [.. media.Select(item => new InboundMedia(item.Url, item.ContentType))], null, message.Segments ?? 1);
        return InboundEvents.Of(text, ProviderEventSource.Poll, "", message.CreatedAt);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} texts or statuses had not come by webhook and were found at the provider")]
    private partial void LogFound(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider could not be asked for what no webhook brought")]
    private partial void LogFailed(Exception failure);
}
