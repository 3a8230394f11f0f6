using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Backfill;

internal static class NumberRepair
{
    /// <summary>
    /// A thread whose number is gone comes to the front desk. Where the client has a thread there, two conversations would
    /// become one, and that is not for a machine to say.
    /// </summary>
    public static async Task GiveFrontDeskAsync(SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Numbers.FrontDesk().Select(number => (Guid?)number.Id).FirstOrDefaultAsync(cancellationToken) is not { } frontDesk)
        {
            return;
        }

        var lost = await db.Threads.AsNoTracking()
            .Where(thread => !db.Numbers.Any(number => number.Id == thread.NumberId)
                && !db.Threads.Any(other => other.ClientId == thread.ClientId && other.NumberId == frontDesk))
            .ToListAsync(cancellationToken);
        foreach (var thread in lost.DistinctBy(thread => thread.ClientId))
        {
            await db.Threads.Where(row => row.Id == thread.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(item => item.NumberId, frontDesk), cancellationToken);
            db.Announce(thread.Id);
        }
    }

    /// <summary>Nobody holds a number that is not in the pool.</summary>
    public static Task EndLeasesAsync(SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Leases
            .Where(lease => lease.ReleasedAt == null && !db.Numbers.Any(number =>
                number.Id == lease.NumberId && number.Class == NumberClass.Pool && number.Status == NumberStatus.Active))
            .ExecuteUpdateAsync(lease => lease.SetProperty(row => row.ReleasedAt, now), cancellationToken);
}
