using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Bookings;

/// <summary>What a sitter who goes leaves behind: visits that somebody else has to take.</summary>
public static class SitterDeparture
{
    /// <summary>
    /// Takes the sitter off every series and every visit that has not ended, in the caller's transaction; the windows end
    /// with it, and what waited for them goes to the owner. Answers the visits that are now without a sitter.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> LeaveVisitsAsync(
        this SnoutDbContext db, Guid sitterId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bookings = await db.Bookings.Where(booking => booking.SitterId == sitterId && booking.CancelledAt == null).ToListAsync(cancellationToken);
        bookings.ForEach(booking => booking.SitterId = null);
        var services = await db.Services.ToDictionaryAsync(service => service.Code, StringComparer.Ordinal, cancellationToken);
        var open = await db.Visits
            .Where(visit => visit.SitterId == sitterId && visit.CancelledAt == null && (visit.EndsAt > now || db.Windows.Any(
                window => window.VisitId == visit.Id && window.CancelledAt == null && window.ClosesAt > now)))
            .ToListAsync(cancellationToken);
        var unfinished = open.FindAll(visit => !visit.IsDecidedOn);
        foreach (var visit in unfinished)
        {
            visit.SitterId = null;
            visit.MeetAndGreet = visit.MeetAndGreet == MeetAndGreetState.Open ? MeetAndGreetState.Closed : visit.MeetAndGreet;
        }

        foreach (var some in unfinished.GroupBy(visit => visit.ServiceCode, StringComparer.Ordinal))
        {
            await db.SettleAsync(services[some.Key], [.. some], isProactive: false, now, cancellationToken);
        }

        return unfinished.ConvertAll(visit => visit.Id);
    }
}
