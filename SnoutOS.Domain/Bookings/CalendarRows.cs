using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Bookings;

/// <summary>A visit with what a calendar says about it, as it is read in one query.</summary>
internal sealed record CalendarRow(VisitRow Row, Recurrence Recurrence, string ClientName, string Pets, string ServiceName)
{
    public CalendarVisit ViewAt(DateTimeOffset now) => new(
        Row.ViewAt(now), Row.Visit.BookingId, Recurrence, Row.Visit.ClientId, ClientName, Pets, Row.Visit.ServiceCode, ServiceName);
}

internal static class CalendarRows
{
    public static IQueryable<CalendarRow> InACalendar(this IQueryable<Visit> visits, SnoutDbContext db) =>
        from visit in visits.AsNoTracking()
        join booking in db.Bookings on visit.BookingId equals booking.Id
        join client in db.Clients on visit.ClientId equals client.Id
        join service in db.Services on visit.ServiceCode equals service.Code
        join sitter in db.Sitters on visit.SitterId equals sitter.Id into sitters
        from sitter in sitters.DefaultIfEmpty()
        join live in db.Windows.AsNoTracking().Where(row => row.CancelledAt == null) on visit.Id equals live.VisitId into windows
        from window in windows.DefaultIfEmpty()
        orderby visit.StartsAt, visit.Id
        select new CalendarRow(
            new VisitRow(visit, sitter == null ? null : sitter.Name, window), booking.Recurrence, client.Name, client.Pets, service.Name);
}
