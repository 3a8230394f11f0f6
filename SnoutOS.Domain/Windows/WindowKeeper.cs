using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Windows;

/// <summary>What keeping the windows of some visits came to.</summary>
/// <param name="Opened">Windows that are new, whether or not their time has come.</param>
/// <param name="Lost">Whose windows went, so that what waited for them has to go elsewhere.</param>
internal sealed record WindowChanges(IReadOnlyList<AssignmentWindow> Opened, IReadOnlySet<(Guid ClientId, Guid SitterId)> Lost);

/// <summary>
/// Keeps windows in step with their visits, in the transaction that changes the visits. A window whose past would
/// change is cancelled and another takes its place, so that who could write when stays known.
/// </summary>
internal static class WindowKeeper
{
    /// <summary>Brings the live windows of visits of one service to what they should be, and saves.</summary>
    public static async Task<WindowChanges> FollowAsync(
        this SnoutDbContext db, Service service, IReadOnlyCollection<Visit> visits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = visits.Select(visit => visit.Id).ToList();
        var live = await db.Windows.Where(window => ids.Contains(window.VisitId) && window.CancelledAt == null)
            .ToDictionaryAsync(window => window.VisitId, cancellationToken);
        var opened = new List<AssignmentWindow>();
        var lost = new HashSet<(Guid, Guid)>();

        // A first meeting that was decided on has had its window, and nothing changes that any more.
        foreach (var visit in visits.Where(visit => !visit.IsDecidedOn))
        {
            var window = live.GetValueOrDefault(visit.Id);
            var span = WantedFor(visit, service, window, now);
            if (window is not null && (span is null || window.SitterId != visit.SitterId || !WindowSpan.Of(window).AgreesUntil(now, span.Value)))
            {
                window.CancelledAt = now;
                lost.Add((window.ClientId, window.SitterId));
                window = null;
            }

            if (span is not null && window is null)
            {
                opened.Add(WindowOf(visit, span.Value, service, now));
            }
            else if (span is not null && window is not null)
            {
                (window.OpensAt, window.ClosesAt) = span.Value;
                (window.VisitStartsAt, window.VisitEndsAt) = (visit.StartsAt, visit.EndsAt);
            }
        }

        // The old ones go first: at most one of a visit is live, also for the blink between two statements.
        await db.SaveChangesAsync(cancellationToken);
        db.Windows.AddRange(opened);
        await db.SaveChangesAsync(cancellationToken);
        return new WindowChanges(opened, lost);
    }

    /// <summary>When the visit's window should be; null when it should have none.</summary>
    public static WindowSpan? WantedFor(Visit visit, Service service, AssignmentWindow? live, DateTimeOffset now)
    {
        if (visit.SitterId is null || visit.CancelledAt is not null)
        {
            return null;
        }

        var usual = WindowSpan.Around(new VisitSpan(visit.StartsAt, visit.EndsAt), service);
        return visit.MeetAndGreet switch
        {
            MeetAndGreetState.NotOne => usual,
            MeetAndGreetState.Closed => null,
            MeetAndGreetState.Open => usual with { OpensAt = Earliest(usual.OpensAt, live?.OpensAt ?? now) },
            MeetAndGreetState.Approved or MeetAndGreetState.Failed => live is null ? null : WindowSpan.Of(live),
        };
    }

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static AssignmentWindow WindowOf(Visit visit, WindowSpan span, Service service, DateTimeOffset now) => new()
    {
        OrganizationId = visit.OrganizationId,
        Id = Guid.CreateVersion7(now),
        VisitId = visit.Id,
        ClientId = visit.ClientId,
        SitterId = visit.SitterId!.Value,
        OpensAt = span.OpensAt,
        ClosesAt = span.ClosesAt,
        VisitStartsAt = visit.StartsAt,
        VisitEndsAt = visit.EndsAt,
        PoolOnly = service.IsMeetAndGreet,
        CreatedAt = now,
    };
}
