using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Routing;
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
        var taken = await writer.TakeEventAsync(number.OrganizationId, item.Sequence, async (db, ledger) =>
        {
            if (await KeptEvents.KeepAsync(db, ledger, on, clock.GetUtcNow(), cancellationToken))
            {
                return null;
            }

            var sender = await SenderLookup.FindAsync(db, call.From, ends.FromIsOurs, number.Id, cancellationToken);
            return sender.Kind == SenderKind.OwnNumber
                ? null
                : await StoreAsync(db, call, number, sender, ledger.ReceivedAt, cancellationToken);
        }, cancellationToken);
        if (taken is not null)
        {
            Tell(item, call, number.OrganizationId, taken.LeftAs, taken.Result);
        }
    }

    private async Task<Message> StoreAsync(
        SnoutDbContext db, InboundCall call, NumberOwner number, Sender sender, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var client = SenderLookup.ClientOf(db, sender, call.From, now);
        var facts = await FactsReader.ReadAsync(db, number, sender, null, sitterMessages: false, receivedAt, now, cancellationToken);
        var thread = await InboundThread.OfAsync(db, client, number, Router.Decide(facts, now), now, cancellationToken);
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
