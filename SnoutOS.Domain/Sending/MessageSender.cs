using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// The way of one outbound text: gate → one transaction with the message and its outbox row → the notifier, after the
/// commit → the outbox worker. Nothing else writes outbound messages.
/// </summary>
public sealed class MessageSender(Writer writer, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>In UTF-16 units, as the provider counts.</summary>
    public const int MaxBodyLength = 1600;

    /// <summary>How long an owner's message may wait before it is too late to leave.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(4);

    public async Task<SendVerdict> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        if (SendForm.Objection(request) is { } objection)
        {
            return objection;
        }

        var verdict = await writer.CommitAsync(request.Author.OrganizationId, db => DecideAsync(db, request, cancellationToken), cancellationToken);
        signal.Raise();
        return verdict;
    }

    private async Task<SendVerdict> DecideAsync(SnoutDbContext db, SendRequest request, CancellationToken cancellationToken)
    {
        var thread = request.Author.SeesEverything
            ? await db.Threads.FirstOrDefaultAsync(row => row.Id == request.ThreadId, cancellationToken)
            : null;
        if (thread is null)
        {
            return new SendVerdict.ThreadNotFound();
        }

        if (await SentBeforeAsync(db, request, cancellationToken) is { } before)
        {
            return before;
        }

        if (request.RetryOfId is { } failed && !await IsRetryableAsync(db, thread.Id, failed, cancellationToken))
        {
            return new SendVerdict.NotRetryable();
        }

        var number = await db.Numbers.FirstAsync(row => row.Id == thread.NumberId, cancellationToken);
        var phone = await RecipientAsync(db, thread, cancellationToken);
        return await GateAsync(db, request, thread, number, phone, cancellationToken)
            ?? await CommitAsync(db, request, thread, number, phone!, cancellationToken);
    }

    /// <summary>The owner's gate, first objection first; null when the message may go out.</summary>
    private async Task<SendVerdict?> GateAsync(
        SnoutDbContext db, SendRequest request, MessageThread thread, MessageNumber number, ClientPhone? phone, CancellationToken cancellationToken)
    {
        if (!await NumberGate.IsOpenAsync(db, number, thread.ClientId, cancellationToken))
        {
            return new SendVerdict.NumberInactive(await NumberGate.ContinueOnAsync(db, thread, clock.GetUtcNow(), cancellationToken));
        }

        if (phone is null)
        {
            return new SendVerdict.NoPhone();
        }

        if (await ConsentLedger.ObjectionAsync(db, phone.Phone, number.Id, cancellationToken) is { } optedOut)
        {
            return optedOut;
        }

        return request.Purpose == MessagePurpose.Billing && number.Class != NumberClass.FrontDesk
            ? new SendVerdict.BillingFrontDeskOnly()
            : null;
    }

    private async Task<SendVerdict> CommitAsync(
        SnoutDbContext db, SendRequest request, MessageThread thread, MessageNumber number, ClientPhone phone, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var message = OutboundMessage.From(request, now);
        if (message.Media.Count == 0 && request.RetryOfId is { } failed)
        {
            await OutboundMessage.TakeOverMediaAsync(db, message, failed, cancellationToken);
        }

        db.Messages.Add(message);
        db.MediaContents.AddRange(OutboundMessage.ContentsOf(request, message));
        db.Outbox.Add(new OutboxEntry
        {
            OrganizationId = db.OrganizationId,
            MessageId = message.Id,
            NumberId = number.Id,
            ClientPhoneId = phone.Id,
            State = OutboxState.Pending,
            CreatedAt = now,
            NextAttemptAt = now,
            ValidUntil = now + Validity,
        });
        thread.Send(message);
        var draft = await db.Drafts.FirstOrDefaultAsync(
            row => row.ThreadId == thread.Id && row.UserId == request.Author.UserId, cancellationToken);
        if (draft is not null && request.RetryOfId is null)
        {
            db.Drafts.Remove(draft);
        }

        db.Announce(thread.Id);
        return new SendVerdict.Queued(message.Id, AlreadyAsked: false);
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
            _ when before.ThreadId == request.ThreadId && before.Body == request.Body
                && before.Purpose == request.Purpose && before.AuthorUserId == request.Author.UserId
                => new SendVerdict.Queued(before.Id, AlreadyAsked: true),
            _ => new SendVerdict.KeyReused(),
        };
    }

    private static async Task<bool> IsRetryableAsync(SnoutDbContext db, Guid threadId, Guid failedId, CancellationToken cancellationToken)
    {
        var failed = await db.Messages.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == failedId && row.ThreadId == threadId, cancellationToken);
        return failed?.Status is MessageStatus.Failed or MessageStatus.Undelivered or MessageStatus.Expired or MessageStatus.NeedsReview
            && !await db.Messages.AnyAsync(row => row.RetryOfId == failedId, cancellationToken);
    }

    /// <summary>The client phone that wrote last on the thread, else the first one on the card.</summary>
    private static Task<ClientPhone?> RecipientAsync(SnoutDbContext db, MessageThread thread, CancellationToken cancellationToken) =>
        db.ClientPhones
            .Where(row => row.ClientId == thread.ClientId && row.Kind == ClientPhoneKind.Own)
            .OrderByDescending(row => row.Id == thread.LastClientPhoneId)
            .ThenBy(row => row.Position)
            .FirstOrDefaultAsync(cancellationToken);
}
