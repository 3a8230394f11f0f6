using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

/// <summary>A conversation with a client, as their card links to it.</summary>
/// <param name="IsEarlier">It belongs to a card that was merged into this one, and is only to be read.</param>
public sealed record ClientConversation(
    Guid ThreadId, NumberClass NumberClass, PhoneNumber Number, string? SitterName, DateTimeOffset LastMessageAt, bool IsEarlier);

/// <summary>A visit that lies ahead, or is going on.</summary>
public sealed record ComingVisit(Guid Id, DateTimeOffset StartsAt, string ServiceName, string? SitterName);

/// <summary>The other card of a merge, and until when the merge can be undone.</summary>
public sealed record MergedCard(Guid Id, string Name, DateTimeOffset MergedAt, DateTimeOffset UndoUntil);

/// <summary>A card with everything that hangs on it.</summary>
/// <param name="MergedInto">The card that this one turned out to be; null for a card of its own.</param>
/// <param name="Earlier">Cards that were merged into this one and can still be parted from it.</param>
public sealed record ClientFile(
    ClientCard Card,
    IReadOnlyList<ClientConversation> Conversations,
    IReadOnlyList<ComingVisit> Visits,
    MergedCard? MergedInto,
    IReadOnlyList<MergedCard> Earlier);

/// <summary>Opens a client's card together with conversations, visits and merges.</summary>
public sealed class ClientFiles(SnoutDb database, ClientBook book, TimeProvider clock)
{
    private const int MostVisits = 3;

    /// <summary>Shows whole numbers, which is audited. Null when the organization has no such client.</summary>
    public async Task<ClientFile?> OpenAsync(Actor reader, Guid clientId, CancellationToken cancellationToken)
    {
        if (await book.RevealAsync(reader, clientId, cancellationToken) is not { } card)
        {
            return null;
        }

        await using var db = database.ForOrganization(reader.OrganizationId);
        return new ClientFile(
            card,
            await ConversationsAsync(db, clientId, cancellationToken),
            await VisitsAsync(db, clientId, cancellationToken),
            await Standing(db, db.ClientMerges.Where(merge => merge.MergedId == clientId), merge => merge.SurvivorId).FirstOrDefaultAsync(cancellationToken),
            (await Standing(db, db.ClientMerges.Where(merge => merge.SurvivorId == clientId), merge => merge.MergedId).ToListAsync(cancellationToken))
                .FindAll(other => other.UndoUntil >= clock.GetUtcNow()));
    }

    private static Task<List<ClientConversation>> ConversationsAsync(SnoutDbContext db, Guid clientId, CancellationToken cancellationToken) => (
        from thread in db.Threads
        join client in db.Clients on thread.ClientId equals client.Id
        join number in db.Numbers on thread.NumberId equals number.Id
        where client.Id == clientId || client.MergedIntoId == clientId
        orderby client.MergedIntoId != null, thread.LastMessageAt descending, thread.Id
        select new ClientConversation(
            thread.Id,
            number.Class,
            number.Phone,
            db.Sitters.Where(sitter => sitter.Id == number.SitterId).Select(sitter => sitter.Name).FirstOrDefault(),
            thread.LastMessageAt,
            client.MergedIntoId != null)).ToListAsync(cancellationToken);

    private Task<List<ComingVisit>> VisitsAsync(SnoutDbContext db, Guid clientId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return (
            from visit in db.Visits
            join service in db.Services on visit.ServiceCode equals service.Code
            where visit.ClientId == clientId && visit.EndsAt > now && visit.CancelledAt == null
            orderby visit.StartsAt, visit.Id
            select new ComingVisit(
                visit.Id,
                visit.StartsAt,
                service.Name,
                db.Sitters.Where(sitter => sitter.Id == visit.SitterId).Select(sitter => sitter.Name).FirstOrDefault()))
            .Take(MostVisits)
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<MergedCard> Standing(
        SnoutDbContext db, IQueryable<ClientMerge> merges, Expression<Func<ClientMerge, Guid>> other) =>
        merges.Where(merge => merge.UndoneAt == null)
            .OrderByDescending(merge => merge.MergedAt)
            .Join(db.Clients, other, client => client.Id, (merge, client) => new MergedCard(
                client.Id, client.Name, merge.MergedAt, merge.MergedAt.AddDays(ClientMerges.UndoDays)));
}
