using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Receiving;

/// <summary>
/// Finds inbound texts that no webhook delivered, by asking the provider what it has. The ledger's unique key makes a
/// text that came both ways one text.
/// </summary>
public sealed partial class InboundPoll(
    ISmsProvider provider, ProviderEventIntake intake, TimeProvider clock, ILogger<InboundPoll> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(2);

    /// <summary>After a start, and after an outage: as far back as the provider's day granularity makes sensible.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(2);

    /// <summary>A text shows up in the provider's list a little after its own date.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var since = clock.GetUtcNow() - FirstLook;
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                var started = clock.GetUtcNow();
                var found = await LookAsync(since, stoppingToken);
                since = started - Overlap;
                if (found > 0)
                {
                    LogFound(found);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
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

            if (message.Direction == Direction.Inbound
                && await intake.RecordAsync(await EventOfAsync(message, cancellationToken), cancellationToken) == IntakeResult.Recorded)
            {
                found++;
            }
        }

        return found;
    }

    private async Task<IncomingEvent> EventOfAsync(ProviderMessage message, CancellationToken cancellationToken)
    {
        var media = message.MediaCount > 0 ? await provider.ListMediaAsync(message.Sid, cancellationToken) : [];
        var text = new InboundText(
            message.Sid, message.From, message.To, message.Body,
            [.. media.Select(item => new InboundMedia(item.Url, item.ContentType))], null, message.Segments ?? 1);
        return InboundEvents.Of(text, ProviderEventSource.Poll, "", message.CreatedAt);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} inbound messages had not come by webhook and were found at the provider")]
    private partial void LogFound(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider could not be asked for inbound messages")]
    private partial void LogFailed(Exception failure);
}

/// <summary>Gives events their keys in the ledger.</summary>
public static class InboundEvents
{
    /// <summary>An inbound text, however it was heard of: one message, one key.</summary>
    public static IncomingEvent Of(InboundText text, ProviderEventSource source, string raw, DateTimeOffset? providerDate = null) =>
        new(ProviderEventKind.Message, source, $"message:{text.ProviderSid}", text.From, text.To, text.ProviderSid, null, JsonSerializer.Serialize(text), raw, providerDate);

    /// <summary>A status report: the same word on the same message is one event, another word is another.</summary>
    public static IncomingEvent Of(Guid messageId, StatusReport report, string rawStatus, string raw) =>
        new(ProviderEventKind.Status, ProviderEventSource.Webhook, $"status:{messageId:N}:{report.ProviderSid}:{rawStatus}:{report.ErrorCode}", "", "", report.ProviderSid, messageId, JsonSerializer.Serialize(report), raw);

    /// <summary>Signed, but not understood: kept as it came, once.</summary>
    public static IncomingEvent Malformed(string bodyHash, string raw) =>
        new(ProviderEventKind.Malformed, ProviderEventSource.Webhook, $"malformed:{bodyHash}", "", "", "", null, "", raw);
}
