using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Policing;

/// <summary>What became of an owner's decision on a message that was held back. The cases are closed.</summary>
public abstract record HeldResult
{
    private HeldResult()
    {
    }

    public sealed record Decided(Guid MessageId) : HeldResult;

    /// <summary>No such message in the organization.</summary>
    public sealed record NotFound : HeldResult;

    /// <summary>It is not held back, or not any more.</summary>
    public sealed record NotHeld : HeldResult;

    public sealed record ReasonRequired : HeldResult;

    /// <summary>The visit is over: the owner is asked once more.</summary>
    public sealed record WindowClosed : HeldResult;

    /// <summary>The client cannot be written to on this thread.</summary>
    public sealed record Refused(SendVerdict Why) : HeldResult;
}

/// <summary>What an owner does with messages that were held back. Each is decided once; a sent message is final.</summary>
public sealed class HeldMessages(Writer writer, OutboxSignal signal, TimeProvider clock)
{
    public const int LongestReason = 200;

    /// <summary>
    /// Delivers the message after all: a sitter's to the client, from the owner's hand and through the owner's gate; a
    /// client's to the sitter it was meant for. One that waits for approval is approved by it.
    /// </summary>
    /// <param name="actor">An owner or admin.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="reason">Why; goes into the audit.</param>
    /// <param name="afterWindow">Whether it leaves although no window of the sitter is open any more.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public async Task<HeldResult> ForceSendAsync(Actor actor, Guid messageId, string reason, bool afterWindow, CancellationToken cancellationToken)
    {
        var result = await DecideAsync(actor, messageId, reason, held => held switch
        {
            { Entry: not null } => ApproveAsync(held, cancellationToken),
            { Message.Direction: Direction.Inbound } => PassOnAsync(held, cancellationToken),
            _ => SendAsync(held, afterWindow, cancellationToken),
        }, cancellationToken);
        signal.Raise();
        return result;
    }

    /// <summary>
    /// Leaves the message where it is. As a false alarm it takes its strike along, and a lock that no longer holds;
    /// <paramref name="allow"/> puts the numbers and sites that were found in it on the allow-list.
    /// </summary>
    public Task<HeldResult> DismissAsync(
        Actor actor, Guid messageId, string reason, bool falsePositive, bool allow, CancellationToken cancellationToken) =>
        DecideAsync(actor, messageId, reason, async held =>
        {
            held.Message.Status = MessageStatus.Dismissed;
            if (held.Entry is { } entry)
            {
                entry.State = OutboxState.Settled;
            }

            await held.CloseAsync("message.dismissed", falsePositive ? ViolationOutcome.FalsePositive : ViolationOutcome.Dismissed, cancellationToken);
            if (falsePositive && held.Violation?.SitterId is { } sitterId)
            {
                await Pardon.AfterFalseAlarmAsync(held.Db, sitterId, held.Now, cancellationToken);
            }

            if (allow)
            {
                await held.AllowWhatWasFoundAsync(cancellationToken);
            }

            return new HeldResult.Decided(messageId);
        }, cancellationToken);

    private async Task<HeldResult> DecideAsync(
        Actor actor, Guid messageId, string reason, Func<HeldMessage, Task<HeldResult>> decide, CancellationToken cancellationToken)
    {
        reason = reason.Trim();
        return reason.Length == 0
            ? new HeldResult.ReasonRequired()
            : await writer.CommitAsync(actor.OrganizationId, async db =>
            {
                reason = reason.Length <= LongestReason ? reason : reason[..LongestReason];
                var message = await db.Messages.FirstOrDefaultAsync(row => row.Id == messageId, cancellationToken);
                return message is null ? new HeldResult.NotFound()
                    : await HeldMessage.OfAsync(db, message, actor, reason, clock.GetUtcNow(), cancellationToken) is { } held ? await decide(held)
                    : new HeldResult.NotHeld();
            }, cancellationToken);
    }

    private static async Task<HeldResult> SendAsync(HeldMessage held, bool afterWindow, CancellationToken cancellationToken)
    {
        var (db, message, thread, now) = (held.Db, held.Message, held.Thread, held.Now);
        var number = await db.Numbers.FirstAsync(row => row.Id == thread.NumberId, cancellationToken);
        var phone = await OfficeGate.RecipientAsync(db, thread, cancellationToken);
        if (await OfficeGate.ObjectionAsync(db, thread, number, phone, namesOtherThread: true, now, cancellationToken) is { } objection)
        {
            return new HeldResult.Refused(objection);
        }

        var sitterId = held.Violation!.SitterId!.Value;
        if (!afterWindow && !(await db.StandingAsync(number, thread.ClientId, sitterId, now, cancellationToken)).IsActive)
        {
            return new HeldResult.WindowClosed();
        }

        message.Status = MessageStatus.Queued;
        await held.RevealAsync(cancellationToken);
        db.Outbox.Add(new OutboxEntry
        {
            OrganizationId = db.OrganizationId,
            MessageId = message.Id,
            NumberId = number.Id,
            ClientPhoneId = phone!.Id,
            State = OutboxState.Pending,
            CreatedAt = now,
            NextAttemptAt = now,
            ValidUntil = now + MessageSender.Validity,
        });
        await db.ShareAsync(message, thread.Id, sitterId, ShareReason.Wrote, now, cancellationToken);
        thread.LastOutboundAt = now;
        await held.CloseAsync("message.force_sent", ViolationOutcome.ForceSent, cancellationToken);
        return new HeldResult.Decided(message.Id);
    }

    /// <summary>A client's message goes on to the sitter whom it was routed to, whole.</summary>
    private static async Task<HeldResult> PassOnAsync(HeldMessage held, CancellationToken cancellationToken)
    {
        var db = held.Db;
        var sitterId = await db.RoutingDecisions.Where(row => row.MessageId == held.Message.Id).Select(row => row.SitterId).FirstOrDefaultAsync(cancellationToken);
        held.Message.Status = MessageStatus.Received;
        await held.RevealAsync(cancellationToken);
        if (sitterId is { } sitter)
        {
            await db.ShareAsync(held.Message, held.Thread.Id, sitter, ShareReason.HandedOver, held.Now, cancellationToken);
            held.Thread.AwaitSitter(sitter, held.Now);
        }

        await held.CloseAsync("message.force_sent", ViolationOutcome.ForceSent, cancellationToken);
        return new HeldResult.Decided(held.Message.Id);
    }

    /// <summary>A new sitter's message may leave, as theirs: their window still counts.</summary>
    private static async Task<HeldResult> ApproveAsync(HeldMessage held, CancellationToken cancellationToken)
    {
        var entry = held.Entry!;
        (entry.State, entry.CreatedAt, entry.NextAttemptAt) = (OutboxState.Pending, held.Now, held.Now);
        held.Thread.LastOutboundAt = held.Now;
        await held.CloseAsync("message.approved", ViolationOutcome.ForceSent, cancellationToken);
        return new HeldResult.Decided(held.Message.Id);
    }
}
