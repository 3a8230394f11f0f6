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

        if (await SentBeforeAsync(db, request, cancellationToken) is { } before)
        {
            return before;
        }

        if (request.RetryOfId is { } failed && !await IsRetryableAsync(db, request, failed, cancellationToken))
        {
            return new SendVerdict.NotRetryable();
        }

        var verdict = await GateAsync(db, request, parties, cancellationToken) ?? await PoliceAsync(db, request, parties, cancellationToken);
        if (verdict is SendVerdict.WindowClosed)
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

        return verdict;
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

    /// <summary>Holds the message back, or commits it with whatever was found in it.</summary>
    private static async Task<SendVerdict> PoliceAsync(
        SnoutDbContext db, SendRequest request, SendParties parties, CancellationToken cancellationToken)
    {
        var (thread, _, sitter, _, now) = parties;
        var introduction = await Introduction.ForAsync(db, request, thread, sitter, cancellationToken);
        if (introduction.Length + request.Body.Length > MaxBodyLength)
        {
            return new SendVerdict.BodyTooLong(introduction.Length + request.Body.Length);
        }

        var message = OutboundMessage.From(request, introduction, now);
        if (message.Media.Count == 0 && request.RetryOfId is { } failed)
        {
            await OutboundMessage.TakeOverMediaAsync(db, message, failed, cancellationToken);
        }

        var rules = await db.RulesAsync(cancellationToken);
        var suspect = new Suspect(thread.ClientId, request.Body, sitter is null ? [] : await db.BetweenAsync(sitter.Id, thread.ClientId, now, cancellationToken))
        {
            Attachments = ContactCards.In(request.Attachments ?? []),
        };
        var inspection = sitter is null
            ? await Police.OfOfficeAsync(db, suspect, cancellationToken)
            : await Police.OfSitterAsync(db, rules, suspect, cancellationToken);
        if (sitter is null || !inspection.IsBlocked)
        {
            return await CommitAsync(db, request, parties, new Checked(message, inspection, rules), cancellationToken);
        }

        db.MediaContents.AddRange(OutboundMessage.ContentsOf(request, message));
        return new SendVerdict.Blocked(
            message.Id, await Blocking.BlockAsync(db, request.Author, thread, sitter, message, inspection, now, cancellationToken));
    }

    private static async Task<SendVerdict> CommitAsync(
        SnoutDbContext db, SendRequest request, SendParties parties, Checked checkedMessage, CancellationToken cancellationToken)
    {
        var (thread, number, sitter, phone, now) = parties;
        var (message, inspection, rules) = checkedMessage;
        var waits = sitter is not null && await Approvals.AreDueAsync(db, rules, sitter, cancellationToken);
        db.Messages.Add(message);
        inspection.Keep(db, message);
        message.Segments = SmsSegments.Count(message.SentText);
        db.MediaContents.AddRange(OutboundMessage.ContentsOf(request, message));
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

    private static async Task<SendVerdict?> SentBeforeAsync(SnoutDbContext db, SendRequest request, CancellationToken cancellationToken)
    {
        if (request.IdempotencyKey is null)
        {
            return null;
        }

        var before = await db.Messages.AsNoTracking()
            .FirstOrDefaultAsync(row => row.IdempotencyKey == request.IdempotencyKey, cancellationToken);
        return before switch
        {
            null => null,
            _ when IsTheSame(before, request) && before.Status is MessageStatus.Blocked or MessageStatus.Dismissed
                => new SendVerdict.Blocked(before.Id, StrikeStanding.Warned),
            _ when IsTheSame(before, request) => new SendVerdict.Queued(before.Id, AlreadyAsked: true),
            _ => new SendVerdict.KeyReused(),
        };
    }

    private static bool IsTheSame(Message before, SendRequest request) =>
        before.ThreadId == request.ThreadId && before.Body == request.Body
        && before.Purpose == request.Purpose && before.AuthorUserId == request.Author.UserId;

    private static async Task<bool> IsRetryableAsync(
        SnoutDbContext db, SendRequest request, Guid failedId, CancellationToken cancellationToken)
    {
        var failed = await db.Messages.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == failedId && row.ThreadId == request.ThreadId, cancellationToken);
        return failed?.Status is MessageStatus.Failed or MessageStatus.Undelivered or MessageStatus.Expired or MessageStatus.NeedsReview
            && (request.Author.SeesEverything || failed.AuthorUserId == request.Author.UserId)
            && !await db.Messages.AnyAsync(row => row.RetryOfId == failedId, cancellationToken);
    }
}

/// <summary>Who and what a wish to send is about, at the instant at which it is judged.</summary>
/// <param name="Sitter">The author, if it is a sitter; null for the office.</param>
internal sealed record SendParties(MessageThread Thread, MessageNumber Number, Sitter? Sitter, ClientPhone? Phone, DateTimeOffset Now)
{
    /// <summary>Of the sitter on this thread; the office writes at any time.</summary>
    public WindowStanding Windows { get; init; }
}

/// <summary>A message that may leave, with what the police found in it and by which rules.</summary>
internal sealed record Checked(Message Message, Inspection Inspection, PoachingRules Rules);
