using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Windows;

/// <summary>
/// Says for the rows of a list when their windows are open. Two small queries for the whole page: the windows of the
/// next days, whose union tells until when, and the first start after them.
/// </summary>
internal static class WindowBoard
{
    /// <summary>How far a chain of touching windows is followed.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(2);

    /// <param name="sitterId">The sitter who reads, whose windows alone count; null for the office.</param>
    public static async Task<List<ThreadSummary>> WithWindowsAsync(
        this SnoutDbContext db, List<ThreadSummary> rows, Guid? sitterId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var clients = rows.Where(row => row.NumberClass != NumberClass.FrontDesk).Select(row => row.ClientId).Distinct().ToArray();
        if (clients.Length == 0)
        {
            return rows;
        }

        var live = db.Windows.AsNoTracking().Where(window => clients.Contains(window.ClientId) && window.CancelledAt == null
            && (sitterId == null || window.SitterId == sitterId));
        var near = await live.Where(window => window.ClosesAt > now && window.OpensAt <= now + Near)
            .Select(window => new Opening(window.ClientId, window.SitterId, window.PoolOnly, window.OpensAt, window.ClosesAt))
            .ToListAsync(cancellationToken);
        var later = await live.Where(window => window.OpensAt > now + Near)
            .GroupBy(window => new { window.ClientId, window.SitterId, window.PoolOnly })
            .Select(group => new Opening(group.Key.ClientId, group.Key.SitterId, group.Key.PoolOnly, group.Min(window => window.OpensAt), DateTimeOffset.MaxValue))
            .ToListAsync(cancellationToken);
        var openings = near.Concat(later).ToLookup(opening => opening.ClientId);
        return [.. rows.Select(row => row with { Windows = StandingOf(row, openings[row.ClientId], now) })];
    }

    private static WindowStanding StandingOf(ThreadSummary row, IEnumerable<Opening> openings, DateTimeOffset now) => row.NumberClass switch
    {
        NumberClass.FrontDesk => default,
        NumberClass.Sitter => At(openings.Where(opening => opening.SitterId == row.SitterId && !opening.PoolOnly), now),
        NumberClass.Pool => row.HoldsNumber ? At(openings, now) : default,
    };

    private static WindowStanding At(IEnumerable<Opening> openings, DateTimeOffset now) =>
        WindowUnion.At(now, openings.Select(opening => new WindowSpan(opening.OpensAt, opening.ClosesAt)));

    private sealed record Opening(Guid ClientId, Guid SitterId, bool PoolOnly, DateTimeOffset OpensAt, DateTimeOffset ClosesAt);
}
