using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Organizations;

/// <summary>How clients are looked for, wherever that is done.</summary>
internal static class ClientSearch
{
    private const int DigitsOfAPhoneSearch = 5;

    /// <summary>By name and pets; a search of five or more digits by the client's own phones.</summary>
    public static IQueryable<Guid> ClientsFoundBy(this SnoutDbContext db, string search)
    {
        var digits = string.Concat(search.Where(char.IsAsciiDigit));
        if (digits.Length >= DigitsOfAPhoneSearch)
        {
            // Compared as text: a converted value has no LIKE.
            return db.ClientPhones
                .Where(phone => phone.Kind == ClientPhoneKind.Own && ((string)(object)phone.Phone).Contains(digits))
                .Select(phone => phone.ClientId);
        }

        var pattern = TextSearch.Anywhere(search);
        return db.Clients
            .Where(client => EF.Functions.Like(TextSearch.Fold(client.Name), TextSearch.Fold(pattern), TextSearch.Escape)
                || EF.Functions.Like(TextSearch.Fold(client.Pets), TextSearch.Fold(pattern), TextSearch.Escape))
            .Select(client => client.Id);
    }

    /// <summary>Goes on after a place. Written so that an index by name and id is entered there, not read from its beginning.</summary>
    public static IQueryable<Client> After(this IQueryable<Client> clients, ClientPlace? place) =>
        place is null
            ? clients
            : clients.Where(client => client.Name.CompareTo(place.Name) >= 0 && (client.Name != place.Name || client.Id.CompareTo(place.Id) > 0));
}
