using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Bookings;

/// <summary>Who may be sent to a client. A sitter who is to meet them first waits for the owner's word on how it went.</summary>
internal static class AssignmentGate
{
    /// <summary>Null when the sitter may care for a visit of this service at this client's.</summary>
    public static async Task<BookingVerdict?> ObjectionAsync(
        SnoutDbContext db, Guid clientId, Guid? sitterId, Service service, CancellationToken cancellationToken)
    {
        if (sitterId is null)
        {
            return null;
        }

        var sitter = await db.Sitters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == sitterId, cancellationToken);
        return sitter is null ? new BookingVerdict.NotFound("sitterId")
            : sitter.Status == SitterStatus.Offboarded ? new BookingVerdict.SitterOffboarded()
            : service.IsMeetAndGreet ? null
            : await FirstMeetingAsync(db, clientId, sitter.Id, cancellationToken);
    }

    /// <summary>The last meeting that was decided on counts; one that is planned after an approval takes nothing back.</summary>
    private static async Task<BookingVerdict?> FirstMeetingAsync(SnoutDbContext db, Guid clientId, Guid sitterId, CancellationToken cancellationToken)
    {
        var meetings = await db.Visits
            .Where(visit => visit.ClientId == clientId && visit.SitterId == sitterId && visit.CancelledAt == null
                && visit.MeetAndGreet != MeetAndGreetState.NotOne)
            .OrderByDescending(visit => visit.StartsAt)
            .Select(visit => visit.MeetAndGreet)
            .ToListAsync(cancellationToken);
        var decided = meetings.FirstOrDefault(state => state is MeetAndGreetState.Approved or MeetAndGreetState.Failed);
        return decided switch
        {
            MeetAndGreetState.Approved => null,
            MeetAndGreetState.Failed => new BookingVerdict.MeetAndGreetFailed(),
            MeetAndGreetState.NotOne or MeetAndGreetState.Closed or MeetAndGreetState.Open =>
                meetings.Count > 0 ? new BookingVerdict.MeetAndGreetPending() : null,
        };
    }
}
