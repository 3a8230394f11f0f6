using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>What holds for everybody who writes: an open number, a phone to write to, the client's consent.</summary>
internal static class OfficeGate
{
    /// <summary>First objection first; null when the client can be written to on the thread.</summary>
    /// <param name="namesOtherThread">Whether the thread on which the conversation goes on is named, and made if need be.</param>
    public static async Task<SendVerdict?> ObjectionAsync(
        SnoutDbContext db, MessageThread thread, MessageNumber number, ClientPhone? phone, bool namesOtherThread, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (!await NumberGate.IsOpenAsync(db, number, thread.ClientId, cancellationToken))
        {
            return new SendVerdict.NumberInactive(
                namesOtherThread ? await NumberGate.ContinueOnAsync(db, thread, number, now, cancellationToken) : null);
        }

        return phone is null
            ? new SendVerdict.NoPhone()
            : await ConsentLedger.ObjectionAsync(db, phone.Phone, number.Id, cancellationToken);
    }

    /// <summary>The client phone that wrote last on the thread, else the first one on the card.</summary>
    public static Task<ClientPhone?> RecipientAsync(SnoutDbContext db, MessageThread thread, CancellationToken cancellationToken) =>
        db.ClientPhones
            .Where(row => row.ClientId == thread.ClientId && row.Kind == ClientPhoneKind.Own)
            .OrderByDescending(row => row.Id == thread.LastClientPhoneId)
            .ThenBy(row => row.Position)
            .FirstOrDefaultAsync(cancellationToken);
}
