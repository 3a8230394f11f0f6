using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Domain.Receiving;

/// <summary>Takes the provider's word on a message that we sent, in whatever order it comes.</summary>
public sealed partial class StatusReceiver(
    SnoutDb database, Writer writer, ISmsProvider provider, MessagingTelemetry telemetry, TimeProvider clock, ILogger<StatusReceiver> logger)
{
    public async Task ReceiveAsync(ProviderEvent item, CancellationToken cancellationToken)
    {
        var report = JsonSerializer.Deserialize<StatusReport>(item.Payload)!;
        var organizationId = await OwnerOfAsync(item, cancellationToken);
        if (organizationId is null)
        {
            LogUnknown(item.Sequence);
            await writer.CloseEventAsync(item.Sequence, ProviderEventState.Processed, clock.GetUtcNow(), cancellationToken);
            return;
        }

        var messageId = item.OutboundMessageId!.Value;
        var result = await writer.CommitAsync(organizationId.Value, async db =>
        {
            var ledger = await db.ProviderEvents.FirstAsync(row => row.Sequence == item.Sequence, cancellationToken);
            if (ledger.State != ProviderEventState.Pending)
            {
                return ReportResult.Applied;
            }

            (ledger.OrganizationId, ledger.State, ledger.ProcessedAt) = (organizationId, ProviderEventState.Processed, clock.GetUtcNow());
            return await Delivery.ReportAsync(db, messageId, report, ledger.ReceivedAt, cancellationToken);
        }, cancellationToken);
        await FollowUpAsync(result, organizationId.Value, messageId, report, cancellationToken);
        telemetry.StatusReported(report.Status);
        telemetry.EventProcessed(item.Kind, ProviderEventState.Processed);
        WebhookLog.Reported(logger, organizationId.Value, messageId, report.Status, report.ErrorCode);
    }

    private async Task FollowUpAsync(
        ReportResult result, Guid organizationId, Guid messageId, StatusReport report, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case ReportResult.Applied:
                return;
            case ReportResult.NamesAnotherMessage:
                LogForeignSid(messageId, organizationId);
                return;
            case ReportResult.ContradictsFinalWord when await provider.FetchAsync(report.ProviderSid, cancellationToken) is { } told:
                await writer.CommitAsync(
                    organizationId,
                    db => Delivery.CorrectAsync(db, messageId, told, clock.GetUtcNow(), cancellationToken),
                    cancellationToken);
                return;
        }
    }

    private async Task<Guid?> OwnerOfAsync(ProviderEvent item, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.AllOutbox()
            .Where(entry => entry.MessageId == item.OutboundMessageId)
            .Select(entry => (Guid?)entry.OrganizationId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Status event {Sequence} speaks of no message of ours")]
    private partial void LogUnknown(long sequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A status for message {MessageId} in organization {OrganizationId} named another message at the provider; ignored")]
    private partial void LogForeignSid(Guid messageId, Guid organizationId);
}
