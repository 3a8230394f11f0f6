using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Bookings;

/// <summary>A visit with its sitter's name and its live window, as it is read in one query.</summary>
internal sealed record VisitRow(Visit Visit, string? SitterName, AssignmentWindow? Window)
{
    public VisitView ViewAt(DateTimeOffset now) => new(
        Visit.Id,
        Visit.StartsAt,
        Visit.EndsAt,
        Visit.SitterId,
        SitterName,
        Visit.StatusAt(now),
        Visit.MeetAndGreet,
        Visit.Notes,
        Window is null ? null : new WindowView(Window.OpensAt, Window.ClosesAt, StatusOf(Window, now)));

    private static WindowPhase StatusOf(AssignmentWindow window, DateTimeOffset now) =>
        now < window.OpensAt ? WindowPhase.Upcoming : now < window.ClosesAt ? WindowPhase.Active : WindowPhase.Ended;
}

internal static class VisitRows
{
    /// <summary>Visits of which some part lies in the range.</summary>
    public static IQueryable<Visit> During(this IQueryable<Visit> visits, TimeRange range) => visits.Where(visit =>
        (range.From == null || visit.EndsAt > range.From) && (range.To == null || visit.StartsAt < range.To));

    public static IQueryable<VisitRow> Rows(this IQueryable<Visit> visits, SnoutDbContext db) =>
        from visit in visits.AsNoTracking()
        join sitter in db.Sitters on visit.SitterId equals sitter.Id into sitters
        from sitter in sitters.DefaultIfEmpty()
        join live in db.Windows.AsNoTracking().Where(row => row.CancelledAt == null) on visit.Id equals live.VisitId into windows
        from window in windows.DefaultIfEmpty()
        orderby visit.StartsAt, visit.Id
        select new VisitRow(visit, sitter == null ? null : sitter.Name, window);
}
