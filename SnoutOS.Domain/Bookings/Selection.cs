using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Bookings;

/// <summary>A booking with the visits that a change is about, or the reason why there are none.</summary>
internal sealed record Selection(Booking Booking, Service Service, TimeZoneInfo Zone, bool IsWholeSeries, IReadOnlyList<Visit> Visits)
{
    public string AuditSubject => IsWholeSeries || Visits.Count == 0 ? $"booking {Booking.Id}" : $"visit {Visits[0].Id}";

    /// <summary>The one of the two that is there is the answer.</summary>
    public static async Task<(Selection? Selected, BookingVerdict? Objection)> OfAsync(
        SnoutDbContext db, BookingPart part, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var booking = await db.Bookings.FirstOrDefaultAsync(row => row.Id == part.BookingId, cancellationToken);
        if (booking is null)
        {
            return (null, new BookingVerdict.NotFound("id"));
        }

        var service = await db.Services.FirstAsync(row => row.Code == booking.ServiceCode, cancellationToken);
        var zone = await db.ZoneAsync(cancellationToken);
        if (booking.Recurrence == Recurrence.Weekly && part.Scope == BookingScope.Series)
        {
            var ahead = await AheadAsync(db, booking, service, now, cancellationToken);
            return (new Selection(booking, service, zone, IsWholeSeries: true, ahead), null);
        }

        if (booking.Recurrence == Recurrence.Weekly && part.VisitId is null)
        {
            return (null, new BookingVerdict.VisitRequired());
        }

        var visit = await db.Visits.FirstOrDefaultAsync(
            row => row.BookingId == booking.Id && (part.VisitId == null || row.Id == part.VisitId), cancellationToken);
        return visit is null
            ? (null, new BookingVerdict.NotFound("visitId"))
            : (new Selection(booking, service, zone, IsWholeSeries: false, [visit]), null);
    }

    private static async Task<List<Visit>> AheadAsync(
        SnoutDbContext db, Booking booking, Service service, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - TimeSpan.FromMinutes(service.PostBufferMinutes);
        var visits = await db.Visits
            .Where(visit => visit.BookingId == booking.Id && visit.CancelledAt == null && visit.EndsAt > since)
            .OrderBy(visit => visit.SeriesDay)
            .ToListAsync(cancellationToken);
        return visits.FindAll(visit =>
            visit.SitterId is null || !WindowSpan.Around(new VisitSpan(visit.StartsAt, visit.EndsAt), service).HasBegun(now));
    }
}
