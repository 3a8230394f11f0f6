using System.Globalization;
using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>How days, weeks and times of visits are written.</summary>
public static class CalendarWords
{
    private const int LastDayOfAWeek = 6;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    /// <summary>"Nov 23 – 29, 2026", "Nov 30 – Dec 6, 2026", "Dec 28, 2026 – Jan 3, 2027".</summary>
    public static string Week(DateOnly monday)
    {
        var sunday = monday.AddDays(LastDayOfAWeek);
        var start = monday.ToString(monday.Year == sunday.Year ? "MMM d" : "MMM d, yyyy", Culture);
        return $"{start} – {sunday.ToString(monday.Month == sunday.Month ? "d, yyyy" : "MMM d, yyyy", Culture)}";
    }

    public static string Weekday(DateOnly day) => day.ToString("ddd", Culture);

    /// <summary>"Tuesday, November 24".</summary>
    public static string Date(DateOnly day) => day.ToString("dddd, MMMM d", Culture);

    /// <summary>"Today", "Tomorrow", else the date.</summary>
    public static string Heading(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => $"Today, {day.ToString("MMMM d", Culture)}",
        1 => $"Tomorrow, {day.ToString("MMMM d", Culture)}",
        _ => Date(day),
    };

    /// <summary>The part of a visit that lies on a day: "from 6:00 PM", "all day", "until 10:00 AM" for one of several days.</summary>
    public static string SpanOn(DateOnly day, VisitView visit, OrganizationTime time)
    {
        var (first, last) = (time.Day(visit.StartsAt), WeekPlan.LastDay(visit, time));
        return first == last ? SameDay(visit, time)
            : day == first ? $"from {time.Clock(visit.StartsAt)}"
            : day == last ? $"until {time.Clock(visit.EndsAt)}"
            : "all day";
    }

    /// <summary>"Tuesday, November 24, 9:00–9:30 AM", or both days with their times.</summary>
    public static string When(VisitView visit, OrganizationTime time) =>
        time.Day(visit.StartsAt) == WeekPlan.LastDay(visit, time)
            ? $"{Date(time.Day(visit.StartsAt))}, {SameDay(visit, time)}"
            : $"{Short(visit.StartsAt, time)} – {Short(visit.EndsAt, time)}";

    // "9:00–9:30 AM", "11:30 AM–12:15 PM".
    private static string SameDay(VisitView visit, OrganizationTime time)
    {
        var (start, end) = (time.Clock(visit.StartsAt), time.Clock(visit.EndsAt));
        return start[^2..] == end[^2..] && time.Day(visit.StartsAt) == time.Day(visit.EndsAt) ? $"{start[..^3]}–{end}" : $"{start}–{end}";
    }

    private static string Short(DateTimeOffset at, OrganizationTime time) => $"{time.Day(at).ToString("ddd, MMM d", Culture)}, {time.Clock(at)}";
}
