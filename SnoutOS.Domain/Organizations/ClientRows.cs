using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Domain.Organizations;

/// <summary>Turns cards into rows and rows into cards.</summary>
internal static class ClientRows
{
    public static IQueryable<ClientSummary> Summaries(this IQueryable<Client> clients, SnoutDbContext db, DateTimeOffset now) =>
        clients.AsNoTracking().Select(client => new ClientSummary(
            client.Id,
            client.Name,
            client.Phones.Where(phone => phone.Kind == ClientPhoneKind.Own).OrderBy(phone => phone.Position).Select(phone => phone.Phone).ToList(),
            Classify(client.Kind, db.Clients.WhoRecur(db, now).Any(recurring => recurring.Id == client.Id)),
            db.ClientsOptedOut().Any(id => id == client.Id)));

    public static IQueryable<ClientListing> Listings(this IQueryable<Client> clients, SnoutDbContext db, DateTimeOffset now) =>
        clients.AsNoTracking().Select(client => new ClientListing(
            client.Id,
            client.Name,
            client.Pets,
            client.Phones.Where(phone => phone.Kind == ClientPhoneKind.Own).OrderBy(phone => phone.Position).Select(phone => phone.Phone).ToList(),
            Classify(client.Kind, db.Clients.WhoRecur(db, now).Any(recurring => recurring.Id == client.Id)),
            db.ClientsOptedOut().Any(id => id == client.Id)));

    public static ClientEntry ToEntry(this Client client) => new(
        client.Name,
        client.PhonesOf(ClientPhoneKind.Own),
        client.OwnerSaysRecurring,
        client.Pets,
        client.PhonesOf(ClientPhoneKind.Vet),
        client.PhonesOf(ClientPhoneKind.Emergency));

    /// <summary>False when a phone would go to which a message is still on its way; nothing is written then.</summary>
    public static async Task<bool> TryWriteAsync(
        this Client client, SnoutDbContext db, ClientEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<(PhoneNumber Phone, ClientPhoneKind Kind)> wanted =
        [
            .. entry.Phones.Select(phone => (phone, ClientPhoneKind.Own)),
            .. entry.VetPhones.Select(phone => (phone, ClientPhoneKind.Vet)),
            .. entry.EmergencyPhones.Select(phone => (phone, ClientPhoneKind.Emergency)),
        ];
        var removed = client.Phones.Where(row => !wanted.Contains((row.Phone, row.Kind))).ToList();
        var removedIds = removed.ConvertAll(row => row.Id);
        if (await db.Outbox.AnyAsync(row => row.State != OutboxState.Settled && removedIds.Contains(row.ClientPhoneId), cancellationToken))
        {
            return false;
        }

        db.ClientPhones.RemoveRange(removed);
        for (var position = 0; position < wanted.Count; position++)
        {
            db.PhoneOf(client, wanted[position].Phone, wanted[position].Kind, now).Position = position;
        }

        (client.Kind, client.Name, client.Pets, client.OwnerSaysRecurring) = (ClientKind.Client, entry.Name, entry.Pets, entry.Recurring);
        return true;
    }

    private static ClientClassification Classify(ClientKind kind, bool recurs) => kind switch
    {
        ClientKind.Client => recurs ? ClientClassification.Recurring : ClientClassification.OneTime,
        ClientKind.Contact => ClientClassification.Contact,
        ClientKind.Spam => ClientClassification.Spam,
        ClientKind.Service => ClientClassification.Service,
        ClientKind.Staff => ClientClassification.Staff,
    };

    private static List<PhoneNumber> PhonesOf(this Client client, ClientPhoneKind kind) =>
        [.. client.Phones.Where(phone => phone.Kind == kind).OrderBy(phone => phone.Position).Select(phone => phone.Phone)];

    private static ClientPhone PhoneOf(this SnoutDbContext db, Client client, PhoneNumber phone, ClientPhoneKind kind, DateTimeOffset now) =>
        client.Phones.Find(row => row.Phone == phone && row.Kind == kind)
            ?? db.ClientPhones.Add(new ClientPhone
            {
                OrganizationId = client.OrganizationId,
                Id = Guid.CreateVersion7(now),
                ClientId = client.Id,
                Phone = phone,
                Kind = kind,
            }).Entity;
}
