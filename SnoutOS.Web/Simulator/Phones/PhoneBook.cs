using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Web.Simulator.Phones;

/// <summary>A phone in somebody's pocket. The address is what it texts from: a number, or the short code of a service.</summary>
public sealed record Phone(string Address, string Name, string About, int Tone)
{
    public string Short => PhoneNumber.Shorten(Address);

    public string Initial => StringInfo.GetNextTextElement(Name) is { Length: > 0 } first && char.IsLetter(first, 0) && !IsStranger ? first : "#";

    public bool IsStranger { get; init; }

    /// <summary>Where its owner lives, as far as the business is concerned.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}

/// <summary>A number of a business that a phone can text.</summary>
public sealed record BusinessLine(string Address, string Label, string Business, bool IsFrontDesk)
{
    public string Short => PhoneNumber.Shorten(Address);
}

/// <summary>Everybody who can text, and whom they can text.</summary>
public sealed record PhoneShelf(IReadOnlyList<Phone> Phones, IReadOnlyList<BusinessLine> Lines)
{
    public static PhoneShelf Empty { get; } = new([], []);

    public BusinessLine LineOf(string address) =>
        Lines.FirstOrDefault(line => line.Address == address) ?? new BusinessLine(address, "Not a number of ours", "", IsFrontDesk: false);
}

/// <summary>Knows the phones of all clients of all businesses of this machine, and those that only the carrier has met.</summary>
public sealed class PhoneBook(SnoutDb database, CarrierState carrier)
{
    private const int Tones = 6;

    public async Task<PhoneShelf> ReadAsync(CancellationToken cancellationToken)
    {
        List<Phone> phones = [];
        List<BusinessLine> lines = [];
        foreach (var organization in await OrganizationsAsync(cancellationToken))
        {
            await using var db = database.ForOrganization(organization.Id);
            lines.AddRange(await LinesAsync(db, organization.Name, cancellationToken));
            phones.AddRange(await PhonesAsync(db, organization.TimeZone, cancellationToken));
        }

        // Whoever texted last lies on top.
        var known = phones.DistinctBy(phone => phone.Address, StringComparer.Ordinal).ToDictionary(phone => phone.Address, StringComparer.Ordinal);
        var busy = carrier.Phones.Select(address => known.GetValueOrDefault(address) ?? Stranger(address, phones)).ToList();
        return new PhoneShelf([.. busy, .. known.Values.Except(busy).OrderBy(phone => phone.Name, StringComparer.Ordinal)], lines);
    }

    /// <summary>A phone that nobody knows: of the range kept for fiction, and used by none so far.</summary>
    public static Phone NextStranger(PhoneShelf shelf)
    {
        var taken = shelf.Phones.Select(phone => phone.Address).Concat(shelf.Lines.Select(line => line.Address)).ToHashSet(StringComparer.Ordinal);
        var free = Enumerable.Range(0, 100).Select(line => string.Create(CultureInfo.InvariantCulture, $"+15055550{100 + line}"));
        return Stranger(free.First(address => !taken.Contains(address)), shelf.Phones);
    }

    private static Phone Stranger(string address, IReadOnlyList<Phone> others) =>
        new(address, $"Unknown {PhoneNumber.Shorten(address)}", "Nobody knows this phone", address[^1] % Tones)
        {
            IsStranger = true,
            Zone = others.Count > 0 ? others[0].Zone : TimeZoneInfo.Utc,
        };

    private async Task<List<Organization>> OrganizationsAsync(CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.AllOrganizations().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
    }

    private static async Task<IEnumerable<BusinessLine>> LinesAsync(SnoutDbContext db, string business, CancellationToken cancellationToken)
    {
        var numbers = await (
            from number in db.Numbers
            join sitter in db.Sitters on number.SitterId equals sitter.Id into sitters
            from sitter in sitters.DefaultIfEmpty()
            select new { Number = number, Sitter = (string?)sitter.Name }).ToListAsync(cancellationToken);
        return numbers.OrderBy(row => row.Number.Class).ThenBy(row => row.Number.Phone.E164, StringComparer.Ordinal)
            .Select(row => new BusinessLine(row.Number.Phone.E164, LabelOf(row.Number, row.Sitter), business, row.Number.Class == NumberClass.FrontDesk));
    }

    private static string LabelOf(MessageNumber number, string? sitter)
    {
        var label = number.Class switch
        {
            NumberClass.FrontDesk => "Front desk",
            NumberClass.Sitter => sitter?.Split(' ')[0] ?? "Sitter",
            NumberClass.Pool => "Pool",
        };
        return number.Status switch
        {
            NumberStatus.Active => label,
            NumberStatus.CoolingDown => $"{label}, cooling down",
            NumberStatus.Released => $"{label}, released",
        };
    }

    private static async Task<IEnumerable<Phone>> PhonesAsync(SnoutDbContext db, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var clients = await db.Clients.AsNoTracking().Include(client => client.Phones).ToListAsync(cancellationToken);
        return
            from client in clients
            from address in AddressesOf(client)
            select new Phone(address, client.Name, AboutOf(client), client.Id.ToByteArray()[^1] % Tones)
            {
                IsStranger = client.Kind is ClientKind.Contact or ClientKind.Spam or ClientKind.Service,
                Zone = zone,
            };
    }

    private static IEnumerable<string> AddressesOf(Client client) => client.ServiceSender is { } sender
        ? [sender]
        : client.Phones.Where(phone => phone.Kind == ClientPhoneKind.Own).OrderBy(phone => phone.Position).Select(phone => phone.Phone.E164);

    private static string AboutOf(Client client) => client.Kind switch
    {
        ClientKind.Client => client.Pets,
        ClientKind.Contact => "New contact",
        ClientKind.Spam => "Marked as spam",
        ClientKind.Service => "Service sender",
        ClientKind.Staff => "Of the team",
    };
}
