using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Receiving;

/// <summary>
/// The way of one inbound text: whose number is it → who is writing → where does it go → what may a sitter see of it →
/// one transaction with the message, the decision, the head of the thread and the ledger → the notifier, after the commit.
/// </summary>
public sealed class MessageReceiver(
    NumberDirectory numbers,
    MessagingFlags flags,
    Writer writer,
    MessagingTelemetry telemetry,
    TimeProvider clock,
    ILogger<MessageReceiver> logger)
{
    public async Task ReceiveAsync(ProviderEvent item, CancellationToken cancellationToken)
    {
        var text = JsonSerializer.Deserialize<InboundText>(item.Payload)!;
        var ends = await numbers.FindAsync(text.To, text.From, cancellationToken);
        if (ends.To is not { } number)
        {
            await writer.CloseEventAsync(item.Sequence, ProviderEventState.Unroutable, clock.GetUtcNow(), cancellationToken);
            telemetry.EventProcessed(item.Kind, ProviderEventState.Unroutable);
            WebhookLog.Unroutable(logger, item.Sequence, text.From, text.To);
            return;
        }

        using var span = MessagingTelemetry.Activities.StartActivity("route message");
        var effective = await flags.OfAsync(number.OrganizationId, cancellationToken);
        var taken = await writer.TakeEventAsync(number.OrganizationId, item.Sequence, async (db, ledger) =>
        {
            var sender = await SenderLookup.FindAsync(db, text.From, ends.FromIsOurs, number.Id, cancellationToken);
            var consent = await ApplyConsentAsync(db, ledger, text, sender, number, cancellationToken);
            var now = clock.GetUtcNow();
            if (await KeptEvents.KeepAsync(db, ledger, effective.Messaging.Effective, now, cancellationToken))
            {
                return null;
            }

            var facts = await FactsReader.ReadAsync(
                db, number, sender, consent, effective.SitterMessages.Effective, ledger.ReceivedAt, now, cancellationToken);
            return await StoreAsync(db, new Arrival(text, sender, number, facts, Router.Decide(facts, now), now), cancellationToken);
        }, cancellationToken);
        span.WithIds(number.OrganizationId, taken?.Result?.ThreadId, taken?.Result?.MessageId);
        if (taken is not null)
        {
            Tell(item, text, number.OrganizationId, taken.LeftAs, taken.Result);
        }
    }

    private void Tell(ProviderEvent item, InboundText text, Guid organizationId, ProviderEventState leftAs, RoutedMessage? routed)
    {
        telemetry.EventProcessed(item.Kind, leftAs);
        if (routed is not null)
        {
            telemetry.Routed(routed.Route.Target, routed.Route.Reason, clock.GetUtcNow() - item.ReceivedAt);
            WebhookLog.Routed(logger, organizationId, routed.ThreadId, routed.MessageId, routed.Route.Target, routed.Route.Reason, text.From, text.To);
        }
        else if (leftAs == ProviderEventState.Kept)
        {
            WebhookLog.Kept(logger, item.Sequence, organizationId, text.From, text.To);
        }
    }

    private async Task<ConsentKind?> ApplyConsentAsync(
        SnoutDbContext db, ProviderEvent ledger, InboundText text, Sender sender, NumberOwner number, CancellationToken cancellationToken)
    {
        if (sender.Phone is not { } phone || sender.Kind is SenderKind.OwnNumber or SenderKind.Service or SenderKind.Staff)
        {
            return null;
        }

        // An event that was kept has had its effect already; what it was is still a fact of its routing.
        var optedOut = ledger.ConsentApplied || sender.HasOptedOut;
        if (ConsentKeywords.Read(text.Body, text.OptOutType, optedOut) is not { } kind)
        {
            return null;
        }

        if (!ledger.ConsentApplied)
        {
            ledger.ConsentApplied = true;
            await ConsentLedger.ApplyAsync(db, new ConsentEvent
            {
                OrganizationId = db.OrganizationId,
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Phone = phone,
                NumberId = number.Id,
                Kind = kind,
                Source = ConsentSource.Text,
                At = ledger.ReceivedAt,
            }, cancellationToken);
        }

        return kind;
    }

    private static async Task<RoutedMessage> StoreAsync(SnoutDbContext db, Arrival arrival, CancellationToken cancellationToken)
    {
        var message = arrival.Sender.Kind == SenderKind.OwnNumber ? null : await AddToThreadAsync(db, arrival, cancellationToken);
        db.RoutingDecisions.Add(new RoutingDecision
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(arrival.At),
            MessageId = message?.Id,
            ThreadId = message?.ThreadId,
            Target = arrival.Route.Target,
            SitterId = arrival.Route.SitterId,
            Reason = arrival.Route.Reason,
            NumberClass = arrival.Number.Class,
            Facts = JsonSerializer.Serialize(arrival.Facts),
            DecidedAt = arrival.At,
            Sender = PhoneNumber.Shorten(arrival.Text.From),
            Recipient = PhoneNumber.Shorten(arrival.Text.To),
        });
        return new RoutedMessage(message?.ThreadId, message?.Id, arrival.Route);
    }

    private static async Task<Message> AddToThreadAsync(SnoutDbContext db, Arrival arrival, CancellationToken cancellationToken)
    {
        var client = SenderLookup.ClientOf(db, arrival.Sender, arrival.Text.From, arrival.At);
        var thread = await InboundThread.OfAsync(db, client, arrival.Number, arrival.Route, arrival.At, cancellationToken);
        var message = InboundMessage.From(arrival, thread, client, arrival.At);
        db.Messages.Add(message);
        var inspection = await InboundPolicing.InspectAsync(db, thread, message, arrival.Route.SitterId, arrival.At, cancellationToken);
        var isHeld = arrival.Route.SitterId is not null && inspection.IsBlocked;
        var needsOwner = (arrival.Route.Target == RoutingTarget.OwnerInbox || isHeld) && client.Kind != ClientKind.Spam;
        thread.Receive(message, client.PhoneId, needsOwner);
        if (isHeld)
        {
            await InboundPolicing.HoldAsync(db, thread, message, inspection, arrival.At, cancellationToken);
        }
        else if (arrival.Route.SitterId is { } sitter)
        {
            thread.AwaitSitter(sitter, message.CreatedAt);
            await db.ShareAsync(message, thread.Id, sitter, ShareReason.Routed, arrival.At, cancellationToken);
        }

        db.Announce(thread.Id);
        var occasion = new NoticeOccasion(
            thread, arrival.Number.Id, arrival.Sender, client, arrival.Text.Body, arrival.Facts.Consent, arrival.Facts.ReceivedAt);
        await NoticeChoice.AnswerAsync(db, arrival.Route, isHeld, occasion, arrival.At, cancellationToken);
        return message;
    }
}

/// <summary>An inbound text with everything that was found out about it.</summary>
internal sealed record Arrival(
    InboundText Text, Sender Sender, NumberOwner Number, RoutingFacts Facts, Route Route, DateTimeOffset At);

/// <summary>What became of an inbound text; ids are null for one from a number of ours.</summary>
public sealed record RoutedMessage(Guid? ThreadId, Guid? MessageId, Route Route);
