using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Sitters;

/// <summary>A sitter's visits about which there is no conversation of theirs yet: in their list, empty ones.</summary>
internal static class UnopenedVisits
{
    /// <param name="threads">The conversations that the sitter sees already.</param>
    public static async Task<List<SittingRow>> UnopenedAsync(
        this SnoutDbContext db, Guid sitterId, IReadOnlyCollection<ThreadSummary> threads, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var onOwnNumber = threads.Where(thread => thread.NumberClass == NumberClass.Sitter).Select(thread => thread.ClientId).ToList();
        var onPoolNumber = threads.Where(thread => thread.NumberClass == NumberClass.Pool).Select(thread => thread.ClientId).ToList();
        var windows = await db.Windows.AsNoTracking()
            .Where(window => window.SitterId == sitterId && window.CancelledAt == null && window.ClosesAt > now
                && !onPoolNumber.Contains(window.ClientId)
                && (window.PoolOnly || !onOwnNumber.Contains(window.ClientId)))
            .OrderBy(window => window.OpensAt)
            .Select(window => new { window.ClientId, window.VisitId, Span = new WindowSpan(window.OpensAt, window.ClosesAt) })
            .ToListAsync(cancellationToken);
        var byClient = windows.ToLookup(window => window.ClientId);
        var ids = byClient.Select(group => group.Key).ToList();
        var clients = await db.Clients.AsNoTracking().Where(client => ids.Contains(client.Id)).ToListAsync(cancellationToken);
        return clients.ConvertAll(client => new SittingRow
        {
            VisitId = byClient[client.Id].First().VisitId,
            ClientId = client.Id,
            ClientName = PersonName.FirstOfClient(client.Name),
            Pets = client.Pets,
            Windows = WindowUnion.At(now, byClient[client.Id].Select(window => window.Span)),
        });
    }
}
