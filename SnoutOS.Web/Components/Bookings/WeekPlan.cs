using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>A line of the week: what one sitter does on each day, or what nobody does yet.</summary>
public sealed record PlanRow(Guid? SitterId, string Name, bool HasLeft, IReadOnlyList<IReadOnlyList<CalendarVisit>> Days);

/// <summary>The visits of a day, by their start.</summary>
public sealed record PlanDay(DateOnly Day, IReadOnlyList<CalendarVisit> Visits);

/// <summary>The visits of a week from Monday to Sunday, put where people look for them.</summary>
public static class WeekPlan
{
    private const int DaysPerWeek = 7;

    public static IReadOnlyList<DateOnly> DaysFrom(DateOnly monday) => [.. Enumerable.Range(0, DaysPerWeek).Select(monday.AddDays)];

    /// <summary>From the first midnight of the week to the one after its last day, on the business's clock.</summary>
    public static TimeRange RangeOf(DateOnly monday, TimeZoneInfo zone) => new(
        WallTime.Resolve(zone, monday.ToDateTime(TimeOnly.MinValue), VisitEdge.Start),
        WallTime.Resolve(zone, monday.AddDays(DaysPerWeek).ToDateTime(TimeOnly.MinValue), VisitEdge.Start));

    /// <summary>What has no sitter comes first; then the team by name; those who left only where they did something.</summary>
    public static IReadOnlyList<PlanRow> Rows(
        DateOnly monday, IReadOnlyList<CalendarVisit> visits, IReadOnlyList<SitterListing> sitters, OrganizationTime time)
    {
        var days = DaysFrom(monday);
        var bySitter = visits.ToLookup(visit => visit.Visit.SitterId);
        return
        [
            RowOf(null, "Unassigned", hasLeft: false),
            .. sitters.Where(sitter => sitter.Status != SitterStatus.Offboarded).Select(sitter => RowOf(sitter.Id, sitter.Name, hasLeft: false)),
            .. sitters.Where(sitter => sitter.Status == SitterStatus.Offboarded && bySitter.Contains(sitter.Id)).Select(sitter => RowOf(sitter.Id, sitter.Name, hasLeft: true)),
        ];

        PlanRow RowOf(Guid? sitterId, string name, bool hasLeft) => new(
            sitterId, name, hasLeft, [.. days.Select(day => (IReadOnlyList<CalendarVisit>)[.. bySitter[sitterId].Where(visit => IsOn(visit, day, time))])]);
    }

    /// <summary>The days that have a visit; one that began before the week counts to its Monday.</summary>
    public static IReadOnlyList<PlanDay> Days(DateOnly monday, IReadOnlyList<CalendarVisit> visits, OrganizationTime time) =>
    [
        .. visits
            .GroupBy(visit => time.Day(visit.Visit.StartsAt) is var day && day < monday ? monday : day)
            .OrderBy(group => group.Key)
            .Select(group => new PlanDay(group.Key, [.. group])),
    ];

    /// <summary>A visit is on each day that it touches; one that ends at midnight does not touch the next.</summary>
    public static bool IsOn(CalendarVisit visit, DateOnly day, OrganizationTime time) =>
        time.Day(visit.Visit.StartsAt) <= day && LastDay(visit.Visit, time) >= day;

    public static DateOnly LastDay(VisitView visit, OrganizationTime time) => time.Day(visit.EndsAt.AddTicks(-1));
}
