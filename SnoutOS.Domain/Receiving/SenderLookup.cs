using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Domain.Receiving;

/// <summary>Who is writing, as far as the organization knows.</summary>
public sealed record Sender(SenderKind Kind, PhoneNumber? Phone, Client? Client, Guid? ClientPhoneId, string? StaffName);

/// <summary>Finds out who an inbound text is from, and makes a contact of somebody unknown.</summary>
public sealed class SenderLookup(NumberDirectory numbers)
{
    public async Task<Sender> FindAsync(SnoutDbContext db, string from, CancellationToken cancellationToken)
    {
        if (!PhoneNumber.TryParse(from, out var phone))
        {
            var service = await db.Clients.FirstOrDefaultAsync(row => row.ServiceSender == ServiceName(from), cancellationToken);
            return new Sender(SenderKind.Service, null, service, null, null);
        }

        if (await numbers.IsOursAsync(phone, cancellationToken))
        {
            return new Sender(SenderKind.OwnNumber, phone, null, null, null);
        }

        var known = await db.ClientPhones
            .Where(row => row.Phone == phone && row.Kind == ClientPhoneKind.Own)
            .Join(db.Clients, row => row.ClientId, client => client.Id, (row, client) => new { row.Id, Client = client })
            .FirstOrDefaultAsync(cancellationToken);
        var staff = await db.Users.Where(user => user.PersonalPhone == phone).Select(user => user.Name).FirstOrDefaultAsync(cancellationToken);
        var kind = staff is not null ? SenderKind.Staff : known is not null ? SenderKind.Known : SenderKind.Unknown;
        return new Sender(kind, phone, known?.Client, known?.Id, staff);
    }

    /// <summary>The sender's client and phone, made now if they have never written before.</summary>
    public static (Client Client, Guid? PhoneId) ClientOf(SnoutDbContext db, Sender sender, string from, DateTimeOffset now)
    {
        if (sender.Client is not null)
        {
            return (sender.Client, sender.ClientPhoneId);
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
            return (client, null);
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
        return (client, card.Id);
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
