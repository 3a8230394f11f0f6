using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Domain.Receiving;

/// <summary>Takes the provider's word on a message that we sent, in whatever order it comes.</summary>
public sealed partial class StatusReceiver(
    SnoutDb database, Writer writer, MessagingTelemetry telemetry, TimeProvider clock, ILogger<StatusReceiver> logger)
{
    public async Task ReceiveAsync(ProviderEvent item, CancellationToken cancellationToken)
    {
        var report = JsonSerializer.Deserialize<StatusReport>(item.Payload)!;
        var organizationId = await OwnerOfAsync(item, cancellationToken);
        if (organizationId is null)
        {
            LogUnknown(item.Sequence);
            await SettleAsync(item.Sequence, cancellationToken);
            return;
        }

        await writer.CommitAsync(organizationId.Value, async db =>
        {
            var ledger = await db.ProviderEvents.FirstAsync(row => row.Sequence == item.Sequence, cancellationToken);
            if (ledger.State != ProviderEventState.Pending)
            {
                return;
            }

            (ledger.OrganizationId, ledger.State, ledger.ProcessedAt) = (organizationId, ProviderEventState.Processed, clock.GetUtcNow());
            if (!await Delivery.ReportAsync(db, item.OutboundMessageId!.Value, report, ledger.ReceivedAt, cancellationToken))
            {
                LogForeignSid(item.OutboundMessageId.Value, organizationId.Value);
            }
        }, cancellationToken);
        telemetry.StatusReported(report.Status);
        telemetry.EventProcessed(item.Kind, ProviderEventState.Processed);
        WebhookLog.Reported(logger, organizationId.Value, item.OutboundMessageId!.Value, report.Status, report.ErrorCode);
    }

    private async Task<Guid?> OwnerOfAsync(ProviderEvent item, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.AllOutbox()
            .Where(entry => entry.MessageId == item.OutboundMessageId)
            .Select(entry => (Guid?)entry.OrganizationId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private Task SettleAsync(long sequence, CancellationToken cancellationToken) =>
        writer.CommitInstallationAsync(db => db.ProviderEvents
            .Where(row => row.Sequence == sequence)
            .ExecuteUpdateAsync(
                row => row.SetProperty(item => item.State, ProviderEventState.Processed)
                    .SetProperty(item => item.ProcessedAt, clock.GetUtcNow()),
                cancellationToken), cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Status event {Sequence} speaks of no message of ours")]
    private partial void LogUnknown(long sequence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A status for message {MessageId} in organization {OrganizationId} named another message at the provider; ignored")]
    private partial void LogForeignSid(Guid messageId, Guid organizationId);
}
