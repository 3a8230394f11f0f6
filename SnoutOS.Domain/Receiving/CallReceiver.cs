using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Receiving;

/// <summary>
/// Keeps a call to one of the business's numbers as a missed call on the caller's conversation. It goes to the owner
/// whatever windows are open: there is nothing in it that a sitter could answer, and so no decision to make.
/// </summary>
public sealed class CallReceiver(
    NumberDirectory numbers, MessagingFlags flags, Writer writer, MessagingTelemetry telemetry, TimeProvider clock, ILogger<CallReceiver> logger)
{
    public async Task ReceiveAsync(ProviderEvent item, CancellationToken cancellationToken)
    {
        var call = JsonSerializer.Deserialize<InboundCall>(item.Payload)!;
        var ends = await numbers.FindAsync(call.To, call.From, cancellationToken);
        if (ends.To is not { } number)
        {
            await writer.CloseEventAsync(item.Sequence, ProviderEventState.Unroutable, clock.GetUtcNow(), cancellationToken);
            telemetry.EventProcessed(item.Kind, ProviderEventState.Unroutable);
            WebhookLog.Unroutable(logger, item.Sequence, call.From, call.To);
            return;
        }

        var on = await flags.MessagingIsOnAsync(number.OrganizationId, cancellationToken);
        var (leftAs, missed) = await writer.CommitAsync<(ProviderEventState, Message?)>(number.OrganizationId, async db =>
        {
            var ledger = await db.ProviderEvents.FirstAsync(row => row.Sequence == item.Sequence, cancellationToken);
            if (ledger.State != ProviderEventState.Pending)
            {
                return (ledger.State, null);
            }

            ledger.OrganizationId = number.OrganizationId;
            if (!on || await KeptEvents.HasOlderAsync(db, ledger, cancellationToken))
            {
                ledger.State = ProviderEventState.Kept;
                return (ledger.State, null);
            }

            (ledger.State, ledger.ProcessedAt) = (ProviderEventState.Processed, clock.GetUtcNow());
            var sender = await SenderLookup.FindAsync(db, call.From, ends.FromIsOurs, number.Id, cancellationToken);
            return (ledger.State, sender.Kind == SenderKind.OwnNumber
                ? null
                : await StoreAsync(db, call, number, sender, ledger.ReceivedAt, cancellationToken));
        }, cancellationToken);
        Tell(item, call, number.OrganizationId, leftAs, missed);
    }

    private async Task<Message> StoreAsync(
        SnoutDbContext db, InboundCall call, NumberOwner number, Sender sender, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var client = SenderLookup.ClientOf(db, sender, call.From, now);
        var numberId = await NumberOfAsync(db, number, sender, receivedAt, cancellationToken);
        var thread = await db.Threads.OfAsync(db, client.Id, numberId, now, cancellationToken);
        var message = new Message
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(receivedAt),
            ThreadId = thread.Id,
            Direction = Direction.Inbound,
            AuthorKind = AuthorKind.Client,
            AuthorName = client.Name,
            Purpose = MessagePurpose.MissedCall,
            Status = MessageStatus.Received,
            CreatedAt = receivedAt,
            ProviderSid = call.ProviderSid,
        };
        db.Messages.Add(message);
        thread.ReceiveCall(message, client.PhoneId, needsOwner: client.Kind != ClientKind.Spam);
        db.Announce(thread.Id);
        return message;
    }

    /// <summary>On which number's thread it belongs: as a text would, at the front desk for a pool number that the caller does not hold.</summary>
    private async Task<Guid> NumberOfAsync(
        SnoutDbContext db, NumberOwner number, Sender sender, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var facts = await FactsReader.ReadAsync(db, number, sender, null, sitterMessages: false, receivedAt, now, cancellationToken);
        return Router.Decide(facts, now).Reason == RoutingReason.PoolMismatch
            ? await NumberGate.FrontDeskAsync(db, cancellationToken) ?? number.Id
            : number.Id;
    }

    private void Tell(ProviderEvent item, InboundCall call, Guid organizationId, ProviderEventState leftAs, Message? missed)
    {
        telemetry.EventProcessed(item.Kind, leftAs);
        if (leftAs == ProviderEventState.Kept)
        {
            WebhookLog.Kept(logger, item.Sequence, organizationId, call.From, call.To);
        }
        else
        {
            WebhookLog.Called(logger, organizationId, missed?.ThreadId, missed?.Id, call.From, call.To);
        }
    }
}
