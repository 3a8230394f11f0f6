using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Bookings;

/// <summary>Small questions that every change of a booking asks.</summary>
internal static class BookingQueries
{
    public static async Task<TimeZoneInfo> ZoneAsync(this SnoutDbContext db, CancellationToken cancellationToken) =>
        (await db.Organizations.AsNoTracking().FirstAsync(cancellationToken)).TimeZone;

    /// <summary>The day that the very first occurrence stands for: what the weeks of a series are counted from.</summary>
    public static Task<DateOnly> FirstDayAsync(this SnoutDbContext db, Guid bookingId, CancellationToken cancellationToken) =>
        db.Visits.Where(visit => visit.BookingId == bookingId).MinAsync(visit => visit.SeriesDay, cancellationToken);
}
