using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Imports;

/// <summary>Somebody whom a file names: one person, or why it is none.</summary>
internal readonly record struct NamedPerson(Guid? Id, string Objection);

/// <summary>Finds clients and sitters by what a file calls them.</summary>
internal sealed class NamedPeople
{
    private readonly ILookup<string, Guid> _clients;
    private readonly Dictionary<PhoneNumber, Guid> _phones;
    private readonly ILookup<string, Guid> _sitters;

    private NamedPeople(ILookup<string, Guid> clients, Dictionary<PhoneNumber, Guid> phones, ILookup<string, Guid> sitters) =>
        (_clients, _phones, _sitters) = (clients, phones, sitters);

    public static async Task<NamedPeople> ReadAsync(SnoutDbContext db, CancellationToken cancellationToken)
    {
        var clients = await db.Clients
            .Where(client => client.MergedIntoId == null && (client.Kind == ClientKind.Client || client.Kind == ClientKind.Contact))
            .Select(client => new { client.Id, client.Name })
            .ToListAsync(cancellationToken);
        var phones = await db.ClientPhones.Where(phone => phone.Kind == ClientPhoneKind.Own)
            .Select(phone => new { phone.Phone, phone.ClientId })
            .ToListAsync(cancellationToken);
        var sitters = await db.Sitters.Where(sitter => sitter.Status != SitterStatus.Offboarded)
            .Select(sitter => new { sitter.Id, sitter.Name, sitter.Email, Account = db.Users.Where(user => user.Id == sitter.UserId).Select(user => user.Email).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return new NamedPeople(
            clients.ToLookup(client => client.Name.Trim(), client => client.Id, StringComparer.OrdinalIgnoreCase),
            phones.ToDictionary(phone => phone.Phone, phone => phone.ClientId),
            sitters.SelectMany(sitter => new[] { sitter.Name.Trim(), sitter.Email, sitter.Account ?? "" }.Distinct(StringComparer.OrdinalIgnoreCase), (sitter, name) => (name, sitter.Id))
                .ToLookup(pair => pair.name, pair => pair.Id, StringComparer.OrdinalIgnoreCase));
    }

    public NamedPerson Client(string text) =>
        PhoneNumberReader.TryRead(text, out var phone) && _phones.TryGetValue(phone.Value, out var byPhone) ? new(byPhone, "")
        : Only(text, _clients, "There is no client of this name.", "Two clients have this name. Write the phone instead.");

    public NamedPerson Sitter(string text) =>
        text.Length == 0 ? new(null, "") : Only(text, _sitters, "There is no such sitter.", "Two sitters have this name. Write the e-mail address instead.");

    private static NamedPerson Only(string text, ILookup<string, Guid> people, string none, string several) =>
        people[text].Take(2).ToList() switch
        {
            _ when text.Length == 0 => new(null, none),
            [var one] => new(one, ""),
            [] => new(null, none),
            _ => new(null, several),
        };
}
