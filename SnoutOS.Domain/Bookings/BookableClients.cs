using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Bookings;

/// <summary>Somebody for whom a visit can be booked.</summary>
public sealed record BookableClient(Guid Id, string Name, string Pets);

/// <summary>Finds the client of a new booking by a part of their name or their pets'.</summary>
public sealed class BookableClients(SnoutDb database)
{
    /// <summary>By name; all of them without a text, and never more than <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<BookableClient>> FindAsync(Actor reader, string text, int limit, CancellationToken cancellationToken)
    {
        var pattern = TextSearch.Anywhere(text.Trim());
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Clients.AsNoTracking().WhoCanBeBookedFor()
            .Where(client => EF.Functions.Like(TextSearch.Fold(client.Name), TextSearch.Fold(pattern), TextSearch.Escape)
                || EF.Functions.Like(TextSearch.Fold(client.Pets), TextSearch.Fold(pattern), TextSearch.Escape))
            .OrderBy(client => client.Name).ThenBy(client => client.Id)
            .Take(limit)
            .Select(client => new BookableClient(client.Id, client.Name, client.Pets))
            .ToListAsync(cancellationToken);
    }
}

internal static class BookableClientQueries
{
    /// <summary>Clients, and contacts who are about to become some.</summary>
    public static IQueryable<Client> WhoCanBeBookedFor(this IQueryable<Client> clients) =>
        clients.Where(client => client.MergedIntoId == null && (client.Kind == ClientKind.Client || client.Kind == ClientKind.Contact));
}
