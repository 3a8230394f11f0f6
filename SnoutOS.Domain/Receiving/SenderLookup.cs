using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Domain.Receiving;

/// <summary>A client as far as a text from them needs them.</summary>
public sealed record KnownClient(Guid Id, string Name, ClientKind Kind, Guid? PhoneId);

/// <summary>Who is writing, as far as the organization knows, and whether they have opted out of what they write to.</summary>
public sealed record Sender(SenderKind Kind, PhoneNumber? Phone, KnownClient? Client, string? StaffName, bool HasOptedOut);

/// <summary>Finds out who an inbound text or call is from, and makes a contact of somebody unknown.</summary>
public static class SenderLookup
{
    /// <summary>One query for everything that the organization knows of a phone.</summary>
    public static async Task<Sender> FindAsync(
        SnoutDbContext db, string from, bool fromIsOurs, Guid numberId, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(from, out var phone))
        {
            var service = await db.Clients.Where(row => row.ServiceSender == ServiceName(from))
                .Select(row => new KnownClient(row.Id, row.Name, row.Kind, null))
                .FirstOrDefaultAsync(cancellationToken);
            return new Sender(SenderKind.Service, null, service, null, HasOptedOut: false);
        }

        if (fromIsOurs)
        {
            return new Sender(SenderKind.OwnNumber, phone, null, null, HasOptedOut: false);
        }

        var known = await (
            from organization in db.Organizations
            from card in db.ClientPhones
                .Where(row => row.OrganizationId == organization.Id && row.Phone == phone && row.Kind == ClientPhoneKind.Own).DefaultIfEmpty()
            from client in db.Clients
                .Where(row => row.OrganizationId == organization.Id && row.Id == card!.ClientId).DefaultIfEmpty()
            select new
            {
                PhoneId = (Guid?)card!.Id,
                ClientId = (Guid?)client!.Id,
                client.Name,
                Kind = (ClientKind?)client.Kind,
                StaffName = db.Users.Where(user => user.PersonalPhone == phone).Select(user => user.Name).FirstOrDefault(),
                HasOptedOut = db.PhoneConsents.Any(row => row.Phone == phone && row.OptedOut)
                    || db.ClosedNumbers.Any(row => row.Phone == phone && row.NumberId == numberId),
            })
            .FirstAsync(cancellationToken);
        var sender = known.ClientId is { } id ? new KnownClient(id, known.Name, known.Kind!.Value, known.PhoneId) : null;
        var kind = known.StaffName is not null ? SenderKind.Staff : sender is not null ? SenderKind.Known : SenderKind.Unknown;
        return new Sender(kind, phone, sender, known.StaffName, known.HasOptedOut);
    }

    /// <summary>The sender's client and phone, made now if they have never written before.</summary>
    public static KnownClient ClientOf(SnoutDbContext db, Sender sender, string from, DateTimeOffset now)
    {
        if (sender.Client is not null)
        {
            return sender.Client;
        }

        var client = new Client
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(now),
            Name = sender.StaffName ?? (sender.Phone is { } number ? $"Unknown {number}" : $"Service {PhoneNumber.Shorten(from)}"),
            Kind = KindOf(sender.Kind),
            ServiceSender = sender.Phone is null ? ServiceName(from) : null,
            CreatedAt = now,
        };
        db.Clients.Add(client);
        if (sender.Phone is not { } phone)
        {
            return new KnownClient(client.Id, client.Name, client.Kind, null);
        }

        var card = new ClientPhone
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(now),
            ClientId = client.Id,
            Phone = phone,
            Kind = ClientPhoneKind.Own,
        };
        db.ClientPhones.Add(card);
        return new KnownClient(client.Id, client.Name, client.Kind, card.Id);
    }

    private static string ServiceName(string from) => from.Length == 0 ? "nobody" : from[..Math.Min(from.Length, 100)];

    private static ClientKind KindOf(SenderKind sender) => sender switch
    {
        SenderKind.Service => ClientKind.Service,
        SenderKind.Staff => ClientKind.Staff,
        SenderKind.Unknown => ClientKind.Contact,
        SenderKind.Known => ClientKind.Client,
        SenderKind.OwnNumber => throw new InvalidOperationException("A number of ours never becomes a client."),
    };
}
