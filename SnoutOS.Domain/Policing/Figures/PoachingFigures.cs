using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Policing.Figures;

/// <summary>
/// Counts what the police did. Four reads whatever is asked: the zone, the violations of the time, the sitters, and the
/// threads on which something waits. No message is read.
/// </summary>
public sealed class PoachingFigures(SnoutDb database, TimeProvider clock)
{
    /// <param name="reader">An owner or admin.</param>
    /// <param name="filter">What to count.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<FiguresReport> ReadAsync(Actor reader, FiguresFilter filter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        var zone = (await db.Organizations.AsNoTracking().FirstAsync(row => row.Id == reader.OrganizationId, cancellationToken)).TimeZone;
        var weeks = FigureWeeks.Until(now, zone, filter.Weeks);
        var since = Earliest(weeks.StartsAt, now - (Spike.Week * (Spike.WeeksBefore + 1)), now - Strikes.CountFor);
        var rows = await db.Violations.AsNoTracking()
            .Where(violation => violation.At >= since)
            .OrderBy(violation => violation.At).ThenBy(violation => violation.MessageId)
            .ToListAsync(cancellationToken);
        var sitters = await db.Sitters.AsNoTracking().OrderBy(sitter => sitter.Name).ThenBy(sitter => sitter.Id).ToListAsync(cancellationToken);
        return Figuring.Of(now, filter, weeks, rows, sitters, await WaitingAsync(db, cancellationToken));
    }

    private static async Task<WaitingMessages> WaitingAsync(SnoutDbContext db, CancellationToken cancellationToken)
    {
        var threads = await db.Threads.Where(thread => thread.HeldCount > 0)
            .OrderBy(thread => thread.LastMessageAt)
            .Select(thread => new { thread.Id, thread.HeldCount })
            .ToListAsync(cancellationToken);
        return new WaitingMessages(threads.Sum(thread => thread.HeldCount), threads.FirstOrDefault()?.Id);
    }

    private static DateTimeOffset Earliest(params ReadOnlySpan<DateTimeOffset> instants)
    {
        var earliest = instants[0];
        foreach (var instant in instants)
        {
            earliest = instant < earliest ? instant : earliest;
        }

        return earliest;
    }
}
