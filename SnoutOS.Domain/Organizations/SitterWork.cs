using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Organizations;

/// <summary>What a sitter who leaves had before them: visits, the series they belong to, and the windows of both.</summary>
internal static class SitterWork
{
    /// <summary>Visits that somebody else has to take. A first meeting that was decided on has served its end.</summary>
    public static IQueryable<Visit> UnfinishedVisits(SnoutDbContext db, Guid sitterId, DateTimeOffset now) =>
        db.Visits.Where(visit => visit.SitterId == sitterId && visit.CancelledAt == null && visit.EndsAt > now
            && visit.MeetAndGreet != MeetAndGreetState.Approved && visit.MeetAndGreet != MeetAndGreetState.Failed);

    /// <summary>Gives unfinished visits to the successor, or to nobody, and moves the windows with them.</summary>
    public static async Task PassOnAsync(
        SnoutDbContext db, Guid sitterId, Guid? successorId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var visits = await UnfinishedVisits(db, sitterId, now).ToListAsync(cancellationToken);
        foreach (var visit in visits)
        {
            visit.SitterId = successorId;

            // The owner let the sitter of before write, not whoever comes now.
            visit.MeetAndGreet = visit.MeetAndGreet == MeetAndGreetState.Open ? MeetAndGreetState.Closed : visit.MeetAndGreet;
        }

        foreach (var series in await db.Bookings.Where(row => row.SitterId == sitterId && row.CancelledAt == null).ToListAsync(cancellationToken))
        {
            series.SitterId = successorId;
        }

        // Also the one of a visit that is over: what is left of its buffer is no longer theirs to write in.
        var windows = await db.Windows.Where(row => row.SitterId == sitterId && row.CancelledAt == null && row.ClosesAt > now).ToListAsync(cancellationToken);
        windows.ForEach(window => window.CancelledAt = now);
        if (successorId is { } successor)
        {
            // A visit has one live window at a time, and the database counts statement by statement.
            await db.SaveChangesAsync(cancellationToken);
            var passed = visits.FindAll(visit => visit.MeetAndGreet == MeetAndGreetState.NotOne).ConvertAll(visit => visit.Id);
            db.Windows.AddRange(windows.Where(window => passed.Contains(window.VisitId)).Select(window => CopyFor(successor, window, now)));
        }
        else if (visits.Count > 0)
        {
            var count = $"visits:{visits.Count.ToString(CultureInfo.InvariantCulture)}";
            await AuditLog.AppendAsync(db, AuditAct.BySystem("alert.visits_without_sitter", $"sitter {sitterId}", count), now, cancellationToken);
        }

        await AnnounceClientsAsync(db, [.. visits.Select(visit => visit.ClientId).Concat(windows.Select(window => window.ClientId)).Distinct()], cancellationToken);
    }

    private static AssignmentWindow CopyFor(Guid sitterId, AssignmentWindow window, DateTimeOffset now) => new()
    {
        OrganizationId = window.OrganizationId,
        Id = Guid.CreateVersion7(now),
        VisitId = window.VisitId,
        ClientId = window.ClientId,
        SitterId = sitterId,
        OpensAt = window.OpensAt,
        ClosesAt = window.ClosesAt,
        VisitStartsAt = window.VisitStartsAt,
        VisitEndsAt = window.VisitEndsAt,
        PoolOnly = window.PoolOnly,
        CreatedAt = now,
    };

    private static async Task AnnounceClientsAsync(SnoutDbContext db, List<Guid> clients, CancellationToken cancellationToken)
    {
        var threads = await db.Threads.Where(thread => clients.Contains(thread.ClientId)).Select(thread => thread.Id).ToListAsync(cancellationToken);
        threads.ForEach(db.Announce);
    }
}
