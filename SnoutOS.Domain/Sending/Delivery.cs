using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>What a report on a message came to.</summary>
public enum ReportResult
{
    Applied,

    /// <summary>It speaks of another message at the provider than the one that was sent; ignored.</summary>
    NamesAnotherMessage,

    /// <summary>A final word was heard before, and this is another one; only the provider knows which holds.</summary>
    ContradictsFinalWord,
}

/// <summary>
/// Applies what is known of an outbound message's journey, whoever tells it: the answer to the create, a status
/// callback or a look-up. Works inside its caller's transaction.
/// </summary>
public static class Delivery
{
    public static async Task<ReportResult> ReportAsync(
        SnoutDbContext db, Guid messageId, StatusReport report, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var message = await db.Messages.FirstAsync(row => row.Id == messageId, cancellationToken);
        if (message.ProviderSid is not null && message.ProviderSid != report.ProviderSid)
        {
            return ReportResult.NamesAnotherMessage;
        }

        message.ProviderSid = report.ProviderSid;
        var entry = await db.Outbox.FirstAsync(row => row.MessageId == messageId, cancellationToken);

        // The provider knows the message, so it was taken in, whatever became of our request.
        entry.State = OutboxState.Settled;
        var contradicts = report.Status is { } reported && DeliveryProgress.Contradicts(message.Status, reported);
        await AdvanceAsync(db, message, report.Status ?? MessageStatus.Sending, report.ErrorCode, at, cancellationToken);
        return contradicts ? ReportResult.ContradictsFinalWord : ReportResult.Applied;
    }

    /// <summary>Replaces one final word by another, because the provider was asked and said so.</summary>
    public static async Task CorrectAsync(
        SnoutDbContext db, Guid messageId, ProviderMessage told, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var message = await db.Messages.FirstAsync(row => row.Id == messageId, cancellationToken);
        if (told.Sid == message.ProviderSid && DeliveryProgress.Contradicts(message.Status, told.Status))
        {
            (message.Status, message.ErrorCode) = (MessageStatus.Sent, told.ErrorCode);
            await AdvanceAsync(db, message, told.Status, told.ErrorCode, at, cancellationToken);
        }
    }

    /// <summary>Moves the message on if that is forward, and tells the owner of a failure.</summary>
    public static async Task AdvanceAsync(
        SnoutDbContext db, Message message, MessageStatus reported, int? errorCode, DateTimeOffset at, CancellationToken cancellationToken)
    {
        message.ErrorCode = errorCode ?? message.ErrorCode;
        if (reported == MessageStatus.Queued)
        {
            reported = MessageStatus.Sending;
        }

        if (!DeliveryProgress.Advances(message.Status, reported))
        {
            return;
        }

        message.Status = reported;
        message.SentAt ??= reported is MessageStatus.Sent or MessageStatus.Delivered ? at : null;
        message.DeliveredAt ??= reported == MessageStatus.Delivered ? at : null;
        var thread = await db.Threads.FirstAsync(row => row.Id == message.ThreadId, cancellationToken);
        if (reported is MessageStatus.Failed or MessageStatus.Undelivered or MessageStatus.Expired or MessageStatus.NeedsReview)
        {
            thread.ReportFailure(at);
        }

        if (message.ErrorCode == ConsentLedger.OptedOutCode && reported is MessageStatus.Failed or MessageStatus.Undelivered)
        {
            await CloseNumberAsync(db, message, at, cancellationToken);
        }

        db.Announce(thread.Id);
    }

    private static async Task CloseNumberAsync(SnoutDbContext db, Message message, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var sent = await db.Outbox.Where(row => row.MessageId == message.Id)
            .Join(db.ClientPhones, entry => entry.ClientPhoneId, phone => phone.Id, (entry, phone) => new { entry.NumberId, phone.Phone })
            .FirstOrDefaultAsync(cancellationToken);

        // The owner may have taken the phone off the card since; then there is nothing left to close.
        if (sent is null || await db.ClosedNumbers.AnyAsync(row => row.Phone == sent.Phone && row.NumberId == sent.NumberId, cancellationToken))
        {
            return;
        }

        // The provider keeps this pair closed; whether the client left the whole business is not said by it.
        db.ConsentEvents.Add(new ConsentEvent
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(at),
            Phone = sent.Phone,
            NumberId = sent.NumberId,
            Kind = ConsentKind.OptOut,
            Source = ConsentSource.ProviderRefusal,
            At = at,
        });
        db.ClosedNumbers.Add(new ClosedNumber { OrganizationId = db.OrganizationId, Phone = sent.Phone, NumberId = sent.NumberId, ClosedAt = at });
    }
}
