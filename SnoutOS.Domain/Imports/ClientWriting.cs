using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Imports;

/// <summary>Writes one client of a file after another, in the file's transaction.</summary>
internal sealed class ClientWriting(SnoutDbContext db, Actor actor, ClientBook book)
{
    public async Task<RowOutcome> WriteAsync(ImportRow.OfClient row, CancellationToken cancellationToken)
    {
        if (await IsThereAsync(row.Entry, cancellationToken))
        {
            return RowOutcome.Skipped(row.Row, "This client is on your list already.");
        }

        var recording = await book.RegisterAsync(db, actor, row.Entry, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return recording switch
        {
            ClientRecording.Recorded => RowOutcome.Added(row.Row, "A new client."),
            ClientRecording.PhoneTaken => RowOutcome.Refused(row.Row, "phone", "This phone is on another client's card."),
            ClientRecording.PhoneIsOurs => RowOutcome.Refused(row.Row, "phone", "This phone is a number of the business itself."),
            ClientRecording.PhoneInUse => RowOutcome.Refused(row.Row, "phone", "A message to this contact's other phone is still on its way."),
            _ => RowOutcome.Refused(row.Row, "", "This sender is not a client."),
        };
    }

    /// <summary>By name and phones; what else is on the card is the card's.</summary>
    private async Task<bool> IsThereAsync(ClientEntry entry, CancellationToken cancellationToken)
    {
        var holders = await db.ClientPhones
            .Where(phone => phone.Kind == ClientPhoneKind.Own && entry.Phones.Contains(phone.Phone))
            .Join(db.Clients, phone => phone.ClientId, client => client.Id, (_, client) => new { client.Id, client.Name, client.Kind })
            .ToListAsync(cancellationToken);
        return holders.Count == entry.Phones.Count && holders.TrueForAll(holder =>
            holder.Kind == ClientKind.Client && holder.Id == holders[0].Id && string.Equals(holder.Name, entry.Name, StringComparison.OrdinalIgnoreCase));
    }
}
