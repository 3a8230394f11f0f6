using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Backfill;

internal static class WindowRepair
{
    /// <summary>Windows of visits that are not over, and live ones that should not be, follow their visits. The past stays as it is on record.</summary>
    public static async Task FollowVisitsAsync(SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var visits = await db.Visits
            .Where(visit => visit.EndsAt > now || db.Windows.Any(window => window.VisitId == visit.Id && window.CancelledAt == null
                && (window.ClosesAt > now || visit.SitterId == null || visit.CancelledAt != null)))
            .ToListAsync(cancellationToken);
        var services = await db.Services.ToDictionaryAsync(service => service.Code, StringComparer.Ordinal, cancellationToken);
        foreach (var some in visits.GroupBy(visit => visit.ServiceCode, StringComparer.Ordinal))
        {
            await db.SettleAsync(services[some.Key], [.. some], isProactive: false, now, cancellationToken);
        }
    }
}
