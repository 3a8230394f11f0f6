using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Bookings;

/// <summary>What the owner says about a first meeting.</summary>
public enum MeetAndGreetOutcome
{
    /// <summary>The sitter may write from now on.</summary>
    Open,
    Approved,
    Failed,
}

/// <summary>
/// First meetings: closed for the sitter until the owner opens them, over once the owner says how it went. Approval
/// lets the sitter be sent to that client's other visits.
/// </summary>
public sealed class MeetAndGreets(Writer writer, MessagingFlags flags, TimeProvider clock)
{
    public async Task<BookingVerdict> DecideAsync(Actor actor, Guid bookingId, MeetAndGreetOutcome outcome, CancellationToken cancellationToken)
    {
        var isProactive = await flags.IsProactiveAsync(actor.OrganizationId, cancellationToken);
        return await writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var (selection, objection) = await Selection.OfAsync(db, new BookingPart(bookingId), now, cancellationToken);
            return objection is BookingVerdict.VisitRequired ? new BookingVerdict.NotMeetAndGreet()
                : objection
                ?? Objection(selection!, outcome, now)
                ?? await DecideAsync(db, actor, selection!, outcome, isProactive, now, cancellationToken);
        }, cancellationToken);
    }

    private static BookingVerdict? Objection(Selection selection, MeetAndGreetOutcome outcome, DateTimeOffset now)
    {
        var visit = selection.Visits[0];
        return visit.MeetAndGreet == MeetAndGreetState.NotOne ? new BookingVerdict.NotMeetAndGreet()
            : visit.CancelledAt is not null ? new BookingVerdict.AlreadyCancelled()
            : visit.SitterId is null ? new BookingVerdict.MeetAndGreetNeedsSitter()
            : outcome != MeetAndGreetOutcome.Open ? null
            : visit.IsDecidedOn ? new BookingVerdict.MeetAndGreetDecided()
            : WindowSpan.Around(new VisitSpan(visit.StartsAt, visit.EndsAt), selection.Service).ClosesAt <= now ? new BookingVerdict.MeetAndGreetOver()
            : null;
    }

    private static async Task<BookingVerdict> DecideAsync(
        SnoutDbContext db, Actor actor, Selection selection, MeetAndGreetOutcome outcome, bool isProactive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var visit = selection.Visits[0];
        var wasDecidedOn = visit.IsDecidedOn;
        var state = outcome switch
        {
            MeetAndGreetOutcome.Open => MeetAndGreetState.Open,
            MeetAndGreetOutcome.Approved => MeetAndGreetState.Approved,
            MeetAndGreetOutcome.Failed => MeetAndGreetState.Failed,
        };
        if (visit.MeetAndGreet == state)
        {
            return new BookingVerdict.Done(selection.Booking.Id);
        }

        visit.MeetAndGreet = state;
        await AuditLog.AppendAsync(db, AuditAct.By(actor, "meet_and_greet.decided", selection.AuditSubject, TagWords.Of(outcome)), now, cancellationToken);
        if (state != MeetAndGreetState.Open && !wasDecidedOn)
        {
            await CloseAsync(db, visit, now, cancellationToken);
        }

        await db.SettleAsync(selection.Service, selection.Visits, isProactive, now, cancellationToken);
        return new BookingVerdict.Done(selection.Booking.Id);
    }

    /// <summary>Ends the sitter's time to write here and now; what was open until now stays on record as having been.</summary>
    private static async Task CloseAsync(SnoutDbContext db, Visit visit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var window = await db.Windows.FirstOrDefaultAsync(row => row.VisitId == visit.Id && row.CancelledAt == null, cancellationToken);
        if (window is null || window.ClosesAt <= now)
        {
            return;
        }

        if (window.OpensAt < now)
        {
            window.ClosesAt = now;
        }
        else
        {
            window.CancelledAt = now;
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.GiveToOwnerAsync(window.ClientId, window.SitterId, now, cancellationToken);
    }
}
