using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Consent;

/// <summary>
/// Keeps who may be texted. A STOP closes every number of the organization to that phone at once, queued messages
/// included; a START opens the organization, but a number on which STOP arrived stays closed until START arrives on it.
/// The later event wins. Works inside its caller's transaction.
/// </summary>
public static class ConsentLedger
{
    /// <summary>The provider's code for a recipient who has opted out.</summary>
    public const int OptedOutCode = 21610;

    public static async Task ApplyAsync(
        SnoutDbContext db, ConsentEvent consent, CancellationToken cancellationToken)
    {
        db.ConsentEvents.Add(consent);
        var standing = await db.PhoneConsents.FirstOrDefaultAsync(row => row.Phone == consent.Phone, cancellationToken);
        if (standing is null)
        {
            standing = new PhoneConsent { OrganizationId = db.OrganizationId, Phone = consent.Phone, ChangedAt = DateTimeOffset.MinValue };
            db.PhoneConsents.Add(standing);
        }

        if (consent.At >= standing.ChangedAt)
        {
            (standing.OptedOut, standing.ChangedAt) = (consent.Kind == ConsentKind.OptOut, consent.At);
        }

        await ApplyToNumberAsync(db, consent, cancellationToken);
        if (standing.OptedOut)
        {
            await CancelQueuedAsync(db, consent.Phone, cancellationToken);
        }
    }

    /// <summary>Why the phone may not be texted from the number; null when it may.</summary>
    public static async Task<SendVerdict.RecipientOptedOut?> ObjectionAsync(
        SnoutDbContext db, PhoneNumber phone, Guid numberId, CancellationToken cancellationToken)
    {
        if (await db.PhoneConsents.AnyAsync(row => row.Phone == phone && row.OptedOut, cancellationToken))
        {
            return new SendVerdict.RecipientOptedOut(ThisNumberOnly: false);
        }

        return await db.ClosedNumbers.AnyAsync(row => row.Phone == phone && row.NumberId == numberId, cancellationToken)
            ? new SendVerdict.RecipientOptedOut(ThisNumberOnly: true)
            : null;
    }

    private static async Task ApplyToNumberAsync(SnoutDbContext db, ConsentEvent consent, CancellationToken cancellationToken)
    {
        var closed = await db.ClosedNumbers.FirstOrDefaultAsync(
            row => row.Phone == consent.Phone && row.NumberId == consent.NumberId, cancellationToken);
        switch (consent.Kind, closed)
        {
            case (ConsentKind.OptOut, null):
                db.ClosedNumbers.Add(new ClosedNumber
                {
                    OrganizationId = db.OrganizationId,
                    Phone = consent.Phone,
                    NumberId = consent.NumberId,
                    ClosedAt = consent.At,
                });
                break;
            case (ConsentKind.OptOut, not null) when consent.At > closed.ClosedAt:
                closed.ClosedAt = consent.At;
                break;
            case (ConsentKind.OptIn, not null) when consent.At >= closed.ClosedAt:
                db.ClosedNumbers.Remove(closed);
                break;
        }
    }

    private static async Task CancelQueuedAsync(SnoutDbContext db, PhoneNumber phone, CancellationToken cancellationToken)
    {
        var phones = db.ClientPhones.Where(row => row.Phone == phone).Select(row => row.Id);
        var waiting = await db.Outbox
            .Where(entry => (entry.State == OutboxState.Pending || entry.State == OutboxState.Held) && phones.Contains(entry.ClientPhoneId))
            .ToListAsync(cancellationToken);
        foreach (var entry in waiting)
        {
            var message = await db.Messages.FirstAsync(row => row.Id == entry.MessageId, cancellationToken);
            if (entry.State == OutboxState.Held)
            {
                var thread = await db.Threads.FirstAsync(row => row.Id == message.ThreadId, cancellationToken);
                await db.DecideAsync(thread, message, cancellationToken);
            }

            entry.State = OutboxState.Settled;
            (message.Status, message.ErrorCode) = (MessageStatus.Failed, OptedOutCode);
            db.Announce(message.ThreadId);
        }
    }
}
