using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Rollout;

namespace SnoutOS.Domain.Bookings;

/// <summary>Says who cares for a visit, or for a series from here on.</summary>
public sealed class SitterAssignments(Writer writer, MessagingFlags flags, TimeProvider clock)
{
    /// <summary>Assigns or reassigns; without a sitter it takes the present one off. Asking again changes nothing.</summary>
    public async Task<BookingVerdict> AssignAsync(Actor actor, BookingPart part, Guid? sitterId, CancellationToken cancellationToken)
    {
        var isProactive = await flags.IsProactiveAsync(actor.OrganizationId, cancellationToken);
        return await writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var (selection, objection) = await Selection.OfAsync(db, part, now, cancellationToken);
            return objection
                ?? Objection(selection!, sitterId)
                ?? await AssignmentGate.ObjectionAsync(db, selection!.Booking.ClientId, sitterId, selection.Service, cancellationToken)
                ?? await AssignAsync(db, actor, selection, sitterId, isProactive, now, cancellationToken);
        }, cancellationToken);
    }

    private static BookingVerdict? Objection(Selection selection, Guid? sitterId) =>
        selection.Booking.CancelledAt is not null || selection.Visits.Any(visit => visit.CancelledAt is not null) ? new BookingVerdict.AlreadyCancelled()
        : selection.Visits.Any(visit => visit.IsDecidedOn && visit.SitterId != sitterId) ? new BookingVerdict.MeetAndGreetDecided()
        : null;

    private static async Task<BookingVerdict> AssignAsync(
        SnoutDbContext db, Actor actor, Selection selection, Guid? sitterId, bool isProactive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var booking = selection.Booking;
        var isTheBookings = selection.IsWholeSeries || booking.Recurrence == Recurrence.None;
        var changed = selection.Visits.Where(visit => visit.SitterId != sitterId).ToList();
        if (changed.Count == 0 && (!isTheBookings || booking.SitterId == sitterId))
        {
            return new BookingVerdict.Done(booking.Id);
        }

        foreach (var visit in changed)
        {
            visit.SitterId = sitterId;

            // The owner let the sitter of before write, not whoever comes now.
            visit.MeetAndGreet = visit.MeetAndGreet == MeetAndGreetState.Open ? MeetAndGreetState.Closed : visit.MeetAndGreet;
        }

        booking.SitterId = isTheBookings ? sitterId : booking.SitterId;
        var action = $"{(selection.IsWholeSeries ? "booking" : "visit")}.{(sitterId is null ? "unassigned" : "assigned")}";
        var act = AuditAct.By(actor, action, selection.AuditSubject, sitterId is null ? "" : $"sitter {sitterId}");
        await AuditLog.AppendAsync(db, act, now, cancellationToken);
        await db.SettleAsync(selection.Service, changed, isProactive, now, cancellationToken);
        return new BookingVerdict.Done(booking.Id);
    }
}
