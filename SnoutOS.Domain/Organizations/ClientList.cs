using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

/// <summary>Whom the list of clients shows. Cards that were merged into others are in none of them.</summary>
public enum ClientView
{
    Clients,

    /// <summary>Who wrote without being known, and has not been promoted.</summary>
    Contacts,
    Spam,
}

/// <summary>What the list of clients is narrowed by. A search of five or more digits looks for phones.</summary>
public sealed record ClientFilter(ClientView View = ClientView.Clients, string Search = "");

/// <summary>One row of the page of clients.</summary>
public sealed record ClientListing(
    Guid Id, string Name, string Pets, IReadOnlyList<PhoneNumber> Phones, ClientClassification Classification, bool OptedOut)
{
    /// <summary>Where the list goes on after this row.</summary>
    public ClientPlace Place => new(Name, Id);
}

/// <summary>A place in a list by name.</summary>
public sealed record ClientPlace(string Name, Guid Id);

/// <summary>How many cards there are of each kind.</summary>
public sealed record ClientCounts(int Clients, int Contacts, int Spam);

/// <summary>Clients by name, as the page of clients and whoever looks for one reads them.</summary>
public sealed class ClientList(SnoutDb database, TimeProvider clock)
{
    public async Task<Slice<ClientListing>> ReadAsync(
        Actor reader, ClientFilter filter, ClientPlace? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var kind = KindOf(filter.View);
        var rows = await Found(db, filter.Search)
            .Where(client => client.Kind == kind)
            .After(after)
            .OrderBy(client => client.Name).ThenBy(client => client.Id)
            .Take(limit + 1)
            .Listings(db, clock.GetUtcNow())
            .ToListAsync(cancellationToken);
        return rows.Cut(limit);
    }

    public async Task<ClientCounts> CountAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var counts = await db.Clients
            .Where(client => client.MergedIntoId == null)
            .GroupBy(client => client.Kind)
            .Select(group => new { Kind = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Kind, row => row.Count, cancellationToken);
        return new ClientCounts(
            counts.GetValueOrDefault(ClientKind.Client), counts.GetValueOrDefault(ClientKind.Contact), counts.GetValueOrDefault(ClientKind.Spam));
    }

    /// <summary>The first clients and contacts, by name, in whom a search finds something; without one of them.</summary>
    public async Task<IReadOnlyList<ClientListing>> FindAsync(
        Actor reader, string search, Guid except, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await Found(db, search)
            .Where(client => client.Id != except && (client.Kind == ClientKind.Client || client.Kind == ClientKind.Contact))
            .OrderBy(client => client.Name).ThenBy(client => client.Id)
            .Take(limit)
            .Listings(db, clock.GetUtcNow())
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<Client> Found(SnoutDbContext db, string text)
    {
        var search = text.Trim();
        var clients = db.Clients.Where(client => client.MergedIntoId == null);
        return search.Length == 0 ? clients : clients.Where(client => db.ClientsFoundBy(search).Contains(client.Id));
    }

    private static ClientKind KindOf(ClientView view) => view switch
    {
        ClientView.Clients => ClientKind.Client,
        ClientView.Contacts => ClientKind.Contact,
        ClientView.Spam => ClientKind.Spam,
    };
}
