using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Rollout;

namespace SnoutOS.Domain.Bookings;

/// <summary>Moves a visit to another time, or a series from here on.</summary>
public sealed class BookingMover(Writer writer, MessagingFlags flags, TimeProvider clock)
{
    /// <summary>
    /// For a series the times are those of the visit that the part names, or of the next one to change; the others move
    /// by as much, except those that somebody moved by themselves.
    /// </summary>
    public async Task<BookingVerdict> MoveAsync(Actor actor, BookingPart part, VisitTime startsAt, VisitTime endsAt, CancellationToken cancellationToken)
    {
        var isProactive = await flags.IsProactiveAsync(actor.OrganizationId, cancellationToken);
        return await writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var (selection, objection) = await Selection.OfAsync(db, part, now, cancellationToken);
            if ((objection ?? Objection(selection!)) is { } refused)
            {
                return refused;
            }

            var (time, doubt) = BookingRules.Read(startsAt, endsAt, selection!.Zone, selection.IsWholeSeries, now);
            if (doubt is not null)
            {
                return doubt;
            }

            var (moved, over) = selection.IsWholeSeries
                ? await MoveSeriesAsync(db, selection, part.VisitId, time!, now, cancellationToken)
                : (MoveOne(selection, time!), null);
            if (over is not null)
            {
                return over;
            }

            await LeaveBehindAsync(db, moved, now, cancellationToken);
            var act = AuditAct.By(actor, selection.IsWholeSeries ? "booking.moved" : "visit.moved", selection.AuditSubject);
            await AuditLog.AppendAsync(db, act, now, cancellationToken);
            await db.SettleAsync(selection.Service, moved, isProactive, now, cancellationToken);
            return new BookingVerdict.Done(selection.Booking.Id);
        }, cancellationToken);
    }

    private static BookingVerdict? Objection(Selection selection) =>
        selection.Booking.CancelledAt is not null || selection.Visits.Any(visit => visit.CancelledAt is not null) ? new BookingVerdict.AlreadyCancelled()
        : selection.Visits.Any(visit => visit.IsDecidedOn) ? new BookingVerdict.MeetAndGreetDecided()
        : null;

    /// <summary>A visit that was over can come to lie ahead, when the sitter who was there has left the business.</summary>
    private static async Task LeaveBehindAsync(SnoutDbContext db, IReadOnlyList<Visit> moved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ahead = moved.Where(visit => visit.SitterId is not null && visit.EndsAt > now).ToList();
        var sitters = ahead.Select(visit => visit.SitterId).Distinct().ToList();
        var gone = await db.Sitters
            .Where(sitter => sitters.Contains(sitter.Id) && sitter.Status == SitterStatus.Offboarded)
            .Select(sitter => sitter.Id)
            .ToListAsync(cancellationToken);
        foreach (var visit in ahead.Where(visit => gone.Contains(visit.SitterId!.Value)))
        {
            visit.SitterId = null;
        }
    }

    private static IReadOnlyList<Visit> MoveOne(Selection selection, BookedTime time)
    {
        var (booking, visit) = (selection.Booking, selection.Visits[0]);
        (visit.StartsAt, visit.EndsAt) = time.Span;
        if (booking.Recurrence == Recurrence.None)
        {
            (booking.LocalStart, booking.LocalEnd) = (time.LocalStart, time.LocalEnd);
        }
        else
        {
            visit.MovedAlone = true;
        }

        return selection.Visits;
    }

    private static async Task<(IReadOnlyList<Visit> Moved, BookingVerdict? Objection)> MoveSeriesAsync(
        SnoutDbContext db, Selection selection, Guid? visitId, BookedTime time, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var booking = selection.Booking;
        var first = await db.FirstDayAsync(booking.Id, cancellationToken);
        var moved = selection.Visits.Where(visit => !visit.MovedAlone).ToList();
        var named = visitId is null
            ? moved.FirstOrDefault()
            : await db.Visits.FirstOrDefaultAsync(visit => visit.BookingId == booking.Id && visit.Id == visitId, cancellationToken);
        if (named is null)
        {
            return ([], visitId is null ? new BookingVerdict.SeriesOver() : new BookingVerdict.NotFound("visitId"));
        }

        Shift(booking, WeeklySeries.WeekOf(first, named.SeriesDay), time);
        foreach (var visit in moved)
        {
            (visit.StartsAt, visit.EndsAt) = booking.SpanOf(selection.Zone, WeeklySeries.WeekOf(first, visit.SeriesDay));
        }

        // Earlier in the week can mean that one more lies within what was already looked ahead.
        var notes = selection.Visits.Count > 0 ? selection.Visits[^1].Notes : "";
        var added = await db.MakeVisitsAsync(booking, selection.Service, selection.Zone, booking.MadeThrough, notes, now, cancellationToken);
        return ([.. moved, .. added], null);
    }

    private static void Shift(Booking booking, int week, BookedTime time)
    {
        var by = time.LocalStart - booking.LocalStart.AddDays(week * WeeklySeries.DaysPerWeek);
        var days = DateOnly.FromDateTime(booking.LocalStart + by).DayNumber - DateOnly.FromDateTime(booking.LocalStart).DayNumber;
        booking.LocalStart += by;
        booking.LocalEnd = booking.LocalStart + (time.LocalEnd - time.LocalStart);

        // As many visits as were booked: the last day goes along.
        booking.Until = booking.Until?.AddDays(days);
    }
}
