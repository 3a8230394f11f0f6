using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Bookings;

/// <summary>Reads bookings and visits, for owners and admins.</summary>
public sealed class BookingReader(SnoutDb database, TimeProvider clock)
{
    /// <summary>How many visits a calendar shows at once.</summary>
    public const int MostVisits = 500;

    /// <summary>
    /// Bookings with a visit in the range, by their start, after one of them; of each the visits in the range. Null when
    /// there is no such booking to go on from.
    /// </summary>
    public async Task<Slice<BookingView>?> ListAsync(Actor reader, TimeRange range, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var (bookings, visits) = (db.Bookings.AsNoTracking(), db.Visits.During(range));
        if (after is { } id)
        {
            var last = await db.Bookings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
            if (last is null)
            {
                return null;
            }

            bookings = bookings.Where(row => row.LocalStart > last.LocalStart || (row.LocalStart == last.LocalStart && row.Id.CompareTo(last.Id) > 0));
        }

        var page = (await bookings
            .Where(row => visits.Any(visit => visit.BookingId == row.Id))
            .OrderBy(row => row.LocalStart).ThenBy(row => row.Id)
            .Take(limit + 1)
            .ToListAsync(cancellationToken)).Cut(limit);
        return new Slice<BookingView>(await ViewsAsync(db, page.Items, range, cancellationToken), page.HasMore);
    }

    /// <summary>Null when the organization has no such booking.</summary>
    public async Task<BookingView?> FindAsync(Actor reader, Guid bookingId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var booking = await db.Bookings.AsNoTracking().Where(row => row.Id == bookingId).ToListAsync(cancellationToken);
        return await ViewsAsync(db, booking, default, cancellationToken) is [var view] ? view : null;
    }

    /// <summary>What a calendar shows: the visits in the range by their start, cancelled ones too, at most <see cref="MostVisits"/>.</summary>
    public async Task<IReadOnlyList<CalendarVisit>> CalendarAsync(Actor reader, TimeRange range, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        var rows = await db.Visits.During(range).InACalendar(db).Take(MostVisits).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ViewAt(now))];
    }

    /// <summary>One visit, with where its client is talked with: the sitter's own conversation first. Null when there is no such visit.</summary>
    public async Task<VisitCard?> VisitAsync(Actor reader, Guid visitId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        var row = await db.Visits.Where(visit => visit.Id == visitId).InACalendar(db).FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var (clientId, sitterId) = (row.Row.Visit.ClientId, row.Row.Visit.SitterId);
        var threadId = await db.Threads.Where(thread => thread.ClientId == clientId)
            .OrderByDescending(thread => sitterId != null && db.Numbers.Any(number => number.Id == thread.NumberId && number.SitterId == sitterId))
            .ThenByDescending(thread => thread.LastMessageAt)
            .Select(thread => (Guid?)thread.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var lately = threadId is null ? 0 : await db.Messages.CountAsync(
            message => message.ThreadId == threadId && message.Direction == Direction.Inbound && message.CreatedAt > now - HandOver.LooksBack,
            cancellationToken);
        return new VisitCard(row.ViewAt(now), threadId, lately);
    }

    /// <summary>How far the business has come, for whoever looks at a calendar without a visit.</summary>
    public async Task<CalendarStage> StageAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Bookings.AnyAsync(cancellationToken) ? CalendarStage.Underway
            : await db.Clients.WhoCanBeBookedFor().AnyAsync(cancellationToken) ? CalendarStage.NothingBooked
            : CalendarStage.NoClients;
    }

    private async Task<IReadOnlyList<BookingView>> ViewsAsync(
        SnoutDbContext db, IReadOnlyList<Booking> bookings, TimeRange range, CancellationToken cancellationToken)
    {
        var ids = bookings.Select(booking => booking.Id).ToList();
        var zone = await db.ZoneAsync(cancellationToken);
        var visits = (await db.Visits.Where(visit => ids.Contains(visit.BookingId)).During(range).Rows(db).ToListAsync(cancellationToken))
            .ToLookup(row => row.Visit.BookingId);
        var now = clock.GetUtcNow();
        return [.. bookings.Select(booking => ViewOf(booking, zone, [.. visits[booking.Id]], now))];
    }

    private static BookingView ViewOf(Booking booking, TimeZoneInfo zone, IReadOnlyList<VisitRow> visits, DateTimeOffset now)
    {
        var isOneVisit = booking.Recurrence == Recurrence.None && visits.Count > 0;
        var span = isOneVisit ? new VisitSpan(visits[0].Visit.StartsAt, visits[0].Visit.EndsAt) : booking.SpanOf(zone, week: 0);
        return new BookingView(
            booking.Id,
            booking.ClientId,
            booking.ServiceCode,
            span.StartsAt,
            span.EndsAt,
            booking.Recurrence,
            booking.Until,
            booking.SitterId,
            StatusOf(booking, visits, WeeklySeries.TodayIn(zone, now), now),
            [.. visits.Select(row => row.ViewAt(now))]);
    }

    /// <summary>A series is upcoming while a visit of it may still come.</summary>
    private static VisitStatus StatusOf(Booking booking, IReadOnlyList<VisitRow> visits, DateOnly today, DateTimeOffset now)
    {
        var there = visits.Select(row => row.Visit.StatusAt(now)).ToHashSet();
        return booking.CancelledAt is not null ? VisitStatus.Cancelled
            : there.Contains(VisitStatus.InProgress) ? VisitStatus.InProgress
            : there.Contains(VisitStatus.Upcoming) || (booking.Recurrence == Recurrence.Weekly && (booking.Until is null || booking.Until > today)) ? VisitStatus.Upcoming
            : VisitStatus.Done;
    }
}
