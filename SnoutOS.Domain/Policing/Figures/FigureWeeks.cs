using SnoutOS.Domain.Bookings;

namespace SnoutOS.Domain.Policing.Figures;

/// <summary>Calendar weeks of a business, from Monday to Sunday by its own clock; one in which the clock changes is longer or shorter.</summary>
public sealed class FigureWeeks
{
    private const int DaysOfWeek = 7;

    private readonly (DateOnly Day, DateTimeOffset StartsAt)[] _weeks;

    private FigureWeeks((DateOnly, DateTimeOffset)[] weeks) => _weeks = weeks;

    /// <summary>The running week and those before it, the oldest first.</summary>
    public static FigureWeeks Until(DateTimeOffset now, TimeZoneInfo zone, int count)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var monday = today.AddDays(-(((int)today.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));
        return new FigureWeeks([.. Enumerable.Range(0, count)
            .Select(week => monday.AddDays(DaysOfWeek * (week - count + 1)))
            .Select(day => (day, WallTime.Resolve(zone, day.ToDateTime(TimeOnly.MinValue), VisitEdge.Start)))]);
    }

    public int Count => _weeks.Length;

    public DateTimeOffset StartsAt => _weeks[0].StartsAt;

    public (DateOnly Begins, DateTimeOffset StartsAt) this[int week] => _weeks[week];

    /// <summary>Which of the weeks an instant lies in; -1 before the first.</summary>
    public int Of(DateTimeOffset at) => Array.FindLastIndex(_weeks, week => week.StartsAt <= at);
}
