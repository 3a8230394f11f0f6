using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Bookings;

/// <summary>Calls off a visit, or a series from here on.</summary>
public sealed class BookingCanceller(Writer writer, TimeProvider clock)
{
    /// <summary>What is cancelled already stays so, and asking again changes nothing.</summary>
    public Task<BookingVerdict> CancelAsync(Actor actor, BookingPart part, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var (selection, objection) = await Selection.OfAsync(db, part, now, cancellationToken);
            return objection
                ?? (selection!.Visits.Any(visit => visit.IsDecidedOn) ? new BookingVerdict.MeetAndGreetDecided() : null)
                ?? await CancelAsync(db, actor, selection, now, cancellationToken);
        }, cancellationToken);

    private static async Task<BookingVerdict> CancelAsync(
        SnoutDbContext db, Actor actor, Selection selection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var booking = selection.Booking;
        var isTheBooking = selection.IsWholeSeries || booking.Recurrence == Recurrence.None;
        var changed = selection.Visits.Where(visit => visit.CancelledAt is null).ToList();
        if (changed.Count == 0 && (!isTheBooking || booking.CancelledAt is not null))
        {
            return new BookingVerdict.Done(booking.Id);
        }

        changed.ForEach(visit => visit.CancelledAt = now);
        booking.CancelledAt ??= isTheBooking ? now : null;
        var action = selection.IsWholeSeries ? "booking.cancelled" : "visit.cancelled";
        await AuditLog.AppendAsync(db, AuditAct.By(actor, action, selection.AuditSubject), now, cancellationToken);
        await db.SettleAsync(selection.Service, changed, isProactive: false, now, cancellationToken);
        return new BookingVerdict.Done(booking.Id);
    }
}
