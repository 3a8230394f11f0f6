using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// The way of one outbound text: gate → police → one transaction with the message and its outbox row → the notifier, after
/// the commit → the outbox worker. Nothing else writes outbound messages.
/// </summary>
public sealed class MessageSender(Writer writer, MessagingFlags flags, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>In UTF-16 units, as the provider counts.</summary>
    public const int MaxBodyLength = 1600;

    /// <summary>How long an owner's message may wait before it is too late to leave.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(4);

    public async Task<SendVerdict> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        // Zero bytes, which not every database keeps: what is found in a text has to stay where it was found.
        request = request with { Body = request.Body.Replace("\0", "", StringComparison.Ordinal) };
        if (SendForm.Objection(request) is { } objection)
        {
            return objection;
        }

        var sitterMessages = (await flags.OfAsync(request.Author.OrganizationId, cancellationToken)).SitterMessages.Effective;
        var verdict = await writer.CommitAsync(
            request.Author.OrganizationId, db => DecideAsync(db, request, sitterMessages, cancellationToken), cancellationToken);
        signal.Raise();
        return verdict;
    }

    private async Task<SendVerdict> DecideAsync(
        SnoutDbContext db, SendRequest request, bool sitterMessages, CancellationToken cancellationToken)
    {
        if (await PartiesAsync(db, request, sitterMessages, cancellationToken) is not { } parties)
        {
            return new SendVerdict.ThreadNotFound();
        }

        if (await Repeats.ObjectionAsync(db, request, cancellationToken) is { } repeated)
        {
            return repeated;
        }

        if (await GateAsync(db, request, parties, cancellationToken) is { } closed)
        {
            RememberRefusal(db, request, parties, closed);
            return closed;
        }

        var message = await OutboundMessage.ComposeAsync(db, request, parties, cancellationToken);
        if (message.SentText.Length > MaxBodyLength)
        {
            return new SendVerdict.BodyTooLong(message.SentText.Length);
        }

        var inspection = await OutboundPolicing.InspectAsync(db, request, parties, message, cancellationToken);
        db.MediaContents.AddRange(OutboundMessage.ContentsOf(request, message));
        return inspection.IsBlocked
            ? await OutboundPolicing.BlockAsync(db, request, parties, message, inspection, cancellationToken)
            : await CommitAsync(db, request, parties, message, inspection, cancellationToken);
    }

    private static void RememberRefusal(SnoutDbContext db, SendRequest request, SendParties parties, SendVerdict closed)
    {
        if (closed is SendVerdict.WindowClosed)
        {
            db.RefusedSends.Add(new RefusedSend
            {
                OrganizationId = db.OrganizationId,
                Id = Guid.CreateVersion7(parties.Now),
                ThreadId = request.ThreadId,
                SitterUserId = request.Author.UserId,
                At = parties.Now,
            });
        }
    }

    /// <summary>Who and what is involved; null when there is no such thread, or it is not the author's to know of.</summary>
    private async Task<SendParties?> PartiesAsync(
        SnoutDbContext db, SendRequest request, bool sitterMessages, CancellationToken cancellationToken)
    {
        if (await db.Threads.FirstOrDefaultAsync(row => row.Id == request.ThreadId, cancellationToken) is not { } thread)
        {
            return null;
        }

        var number = await db.Numbers.FirstAsync(row => row.Id == thread.NumberId, cancellationToken);
        var sitter = request.Author.SeesEverything ? null : await db.SitterOfAsync(request.Author, cancellationToken);
        var isTheirs = request.Author.SeesEverything
            || (sitter is not null && sitterMessages && await SitterGate.KnowsAsync(db, sitter.Id, thread, number, cancellationToken));
        if (!isTheirs)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return new SendParties(thread, number, sitter, await OfficeGate.RecipientAsync(db, thread, cancellationToken), now)
        {
            Windows = sitter is null ? default : await db.StandingAsync(number, thread.ClientId, sitter.Id, now, cancellationToken),
        };
    }

    /// <summary>The gate, first objection first; null when the message may go out.</summary>
    private static async Task<SendVerdict?> GateAsync(
        SnoutDbContext db, SendRequest request, SendParties parties, CancellationToken cancellationToken)
    {
        var (thread, number, sitter, phone, now) = parties;
        if (sitter is not null && SitterGate.Objection(sitter, parties.Windows) is { } objection)
        {
            return objection;
        }

        if (await OfficeGate.ObjectionAsync(db, thread, number, phone, namesOtherThread: sitter is null, now, cancellationToken) is { } closed)
        {
            return closed;
        }

        return request.Purpose == MessagePurpose.Billing && number.Class != NumberClass.FrontDesk
            ? new SendVerdict.BillingFrontDeskOnly()
            : null;
    }

    private static async Task<SendVerdict> CommitAsync(
        SnoutDbContext db, SendRequest request, SendParties parties, Message message, Inspection inspection, CancellationToken cancellationToken)
    {
        var (thread, number, sitter, phone, now) = parties;
        var waits = sitter is not null && await Approvals.AreDueAsync(db, sitter, cancellationToken);
        db.Messages.Add(message);
        inspection.Keep(db, message);
        message.Segments = SmsSegments.Count(message.SentText);
        var leavesUntil = parties.Windows.ClosesAt + (waits ? TimeSpan.Zero : SitterGate.Grace);
        db.Outbox.Add(new OutboxEntry
        {
            OrganizationId = db.OrganizationId,
            MessageId = message.Id,
            NumberId = number.Id,
            ClientPhoneId = phone!.Id,
            SitterId = sitter?.Id,
            State = waits ? OutboxState.Held : OutboxState.Pending,
            CreatedAt = now,
            NextAttemptAt = waits ? leavesUntil!.Value : now,
            ValidUntil = waits || leavesUntil < now + Validity ? leavesUntil!.Value : now + Validity,
        });
        await ShareAsync(db, request, parties, message, cancellationToken);
        Head(thread, message, sitter, waits);
        if (sitter is not null && inspection.ViolationOf(message, thread.ClientId, sitter.Id) is { } violation)
        {
            db.Violations.Add(violation);
            thread.IsFlagged = true;
        }

        await ForgetDraftAsync(db, request, cancellationToken);
        db.Announce(thread.Id);
        return new SendVerdict.Queued(message.Id, AlreadyAsked: false);
    }

    /// <summary>A sitter sees what they wrote; what the office wrote, if the office wants it so. Money, never.</summary>
    private static async Task ShareAsync(
        SnoutDbContext db, SendRequest request, SendParties parties, Message message, CancellationToken cancellationToken)
    {
        var (thread, number, sitter, _, now) = parties;
        if (sitter is not null)
        {
            await db.ShareAsync(message, thread.Id, sitter.Id, ShareReason.Wrote, now, cancellationToken);
        }
        else if (request is { Purpose: MessagePurpose.Conversation, SitterSees: not false }
            && await db.AudienceOfAsync(thread, number, now, cancellationToken) is { } audience
            && (request.SitterSees ?? audience.SeesByDefault))
        {
            await db.ShareAsync(message, thread.Id, audience.SitterId, ShareReason.Shown, now, cancellationToken);
        }
    }

    private static void Head(MessageThread thread, Message message, Sitter? sitter, bool waits)
    {
        if (waits)
        {
            thread.Hold(message);
        }
        else if (sitter is null)
        {
            thread.Send(message);
        }
        else
        {
            thread.SendFromSitter(message);
        }
    }

    private static async Task ForgetDraftAsync(SnoutDbContext db, SendRequest request, CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.FirstOrDefaultAsync(
            row => row.ThreadId == request.ThreadId && row.UserId == request.Author.UserId, cancellationToken);
        if (draft is not null && request.RetryOfId is null)
        {
            db.Drafts.Remove(draft);
        }
    }
}

/// <summary>Who and what a wish to send is about, at the instant at which it is judged.</summary>
/// <param name="Sitter">The author, if it is a sitter; null for the office.</param>
internal sealed record SendParties(MessageThread Thread, MessageNumber Number, Sitter? Sitter, ClientPhone? Phone, DateTimeOffset Now)
{
    /// <summary>Of the sitter on this thread; the office writes at any time.</summary>
    public WindowStanding Windows { get; init; }
}
