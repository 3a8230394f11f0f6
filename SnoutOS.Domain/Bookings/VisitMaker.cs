using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Bookings;

/// <summary>Makes the visits of a booking.</summary>
internal static class VisitMaker
{
    /// <summary>
    /// Makes the occurrences that are missing up to a day and notes how far it came. Two at once may make the same one;
    /// the database lets one of them stand, and the other looks again. A sitter who may no longer be sent there is left out.
    /// </summary>
    public static async Task<IReadOnlyList<Visit>> MakeVisitsAsync(
        this SnoutDbContext db, Booking booking, Service service, TimeZoneInfo zone, DateOnly through, string notes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var days = await db.Visits.Where(visit => visit.BookingId == booking.Id)
            .GroupBy(visit => visit.BookingId)
            .Select(group => new { First = group.Min(visit => visit.SeriesDay), Last = group.Max(visit => visit.SeriesDay) })
            .FirstOrDefaultAsync(cancellationToken);
        var first = days?.First ?? DateOnly.FromDateTime(booking.LocalStart);
        var nextWeek = days is null ? 0 : WeeklySeries.WeekOf(first, days.Last) + 1;
        var sitterId = await AssignmentGate.ObjectionAsync(db, booking.ClientId, booking.SitterId, service, cancellationToken) is null ? booking.SitterId : null;
        var visits = booking.Occurrences(zone, first, nextWeek, through).Select(occurrence => new Visit
        {
            OrganizationId = booking.OrganizationId,
            Id = Guid.CreateVersion7(now),
            BookingId = booking.Id,
            ClientId = booking.ClientId,
            ServiceCode = booking.ServiceCode,
            SeriesDay = occurrence.SeriesDay,
            StartsAt = occurrence.Span.StartsAt,
            EndsAt = occurrence.Span.EndsAt,
            SitterId = sitterId,
            Notes = notes,
            MeetAndGreet = service.IsMeetAndGreet ? MeetAndGreetState.Closed : MeetAndGreetState.NotOne,
            CreatedAt = now,
        }).ToList();
        db.Visits.AddRange(visits);
        booking.MadeThrough = through;
        return visits;
    }
}
