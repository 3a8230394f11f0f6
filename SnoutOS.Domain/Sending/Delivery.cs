using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// Applies what is known of an outbound message's journey, whoever tells it: the answer to the create, a status
/// callback or a look-up. Works inside its caller's transaction.
/// </summary>
public static class Delivery
{
    /// <summary>False when the report names another message at the provider than the one that was sent.</summary>
    public static async Task<bool> ReportAsync(
        SnoutDbContext db, Guid messageId, StatusReport report, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var message = await db.Messages.FirstAsync(row => row.Id == messageId, cancellationToken);
        if (message.ProviderSid is not null && message.ProviderSid != report.ProviderSid)
        {
            return false;
        }

        message.ProviderSid = report.ProviderSid;
        var entry = await db.Outbox.FirstAsync(row => row.MessageId == messageId, cancellationToken);

        // The provider knows the message, so it was taken in, whatever became of our request.
        entry.State = OutboxState.Settled;
        await AdvanceAsync(db, message, report.Status ?? MessageStatus.Sent, report.ErrorCode, at, cancellationToken);
        return true;
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
            .FirstAsync(cancellationToken);
        if (await db.ClosedNumbers.AnyAsync(row => row.Phone == sent.Phone && row.NumberId == sent.NumberId, cancellationToken))
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
