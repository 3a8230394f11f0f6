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
        from row in visits.Rows(db)
        join booking in db.Bookings on row.Visit.BookingId equals booking.Id
        join client in db.Clients on row.Visit.ClientId equals client.Id
        join service in db.Services on row.Visit.ServiceCode equals service.Code
        orderby row.Visit.StartsAt, row.Visit.Id
        select new CalendarRow(row, booking.Recurrence, client.Name, client.Pets, service.Name);
}
