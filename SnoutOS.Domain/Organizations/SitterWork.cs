using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Organizations;

/// <summary>What a sitter who leaves had before them, and who takes it on.</summary>
internal static class SitterWork
{
    /// <summary>Visits that somebody else has to take. A first meeting that was decided on has served its end.</summary>
    public static IQueryable<Visit> UnfinishedVisits(SnoutDbContext db, Guid sitterId, DateTimeOffset now) =>
        db.Visits.Where(visit => visit.SitterId == sitterId && visit.CancelledAt == null && visit.EndsAt > now
            && visit.MeetAndGreet != MeetAndGreetState.Approved && visit.MeetAndGreet != MeetAndGreetState.Failed);

    /// <summary>Takes the sitter off everything that is not over and gives it to the successor, where there is one who may.</summary>
    /// <param name="isProactive">Whether conversations with the successor are made ahead.</param>
    public static async Task PassOnAsync(
        this SnoutDbContext db, Guid sitterId, Guid? successorId, bool isProactive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unfinished = await UnfinishedVisits(db, sitterId, now).ToListAsync(cancellationToken);
        var ofVisits = unfinished.ConvertAll(visit => visit.BookingId);
        var bookings = await db.Bookings
            .Where(row => row.CancelledAt == null && ((row.SitterId == sitterId && row.Recurrence == Recurrence.Weekly) || ofVisits.Contains(row.Id)))
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        var heads = bookings.Values.Where(booking => booking.SitterId == sitterId).ToList();
        await db.LeaveVisitsAsync(sitterId, now, cancellationToken);
        if (successorId is { } successor)
        {
            await HandOverAsync(db, heads, unfinished, successor, isProactive, now, cancellationToken);
        }

        var orphans = unfinished.Count(visit => visit.SitterId is null);
        if (orphans > 0)
        {
            var act = AuditAct.BySystem(
                "alert.visits_without_sitter", $"sitter {sitterId}", $"visits:{orphans.ToString(CultureInfo.InvariantCulture)}");
            await AuditLog.AppendAsync(db, act, now, cancellationToken);
        }
    }

    private static async Task HandOverAsync(
        SnoutDbContext db, List<Booking> heads, List<Visit> visits, Guid successorId, bool isProactive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var services = await db.Services.ToDictionaryAsync(service => service.Code, StringComparer.Ordinal, cancellationToken);
        var work = heads.Select(booking => (booking.ClientId, booking.ServiceCode)).Concat(visits.Select(visit => (visit.ClientId, visit.ServiceCode)));
        foreach (var (clientId, code) in work.Distinct().ToList())
        {
            // Whoever is yet to meet the client, or did without success, is not sent to them by the way.
            if (await AssignmentGate.ObjectionAsync(db, clientId, successorId, services[code], cancellationToken) is not null)
            {
                continue;
            }

            heads.FindAll(booking => (booking.ClientId, booking.ServiceCode) == (clientId, code)).ForEach(booking => booking.SitterId = successorId);
            var theirs = visits.FindAll(visit => (visit.ClientId, visit.ServiceCode) == (clientId, code));
            theirs.ForEach(visit => visit.SitterId = successorId);
            await db.SettleAsync(services[code], theirs, isProactive, now, cancellationToken);
        }
    }
}
