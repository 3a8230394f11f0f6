using SnoutOS.Domain.Bookings;

namespace SnoutOS.Web.Components.Threads;

/// <summary>A time until which a conversation may rest.</summary>
public sealed record SnoozeTime(string Label, DateTimeOffset Until);

/// <summary>Times that somebody at a desk is likely to mean, on the business's own wall clock.</summary>
public static class SnoozeTimes
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeOnly Evening = new(18, 0);
    private static readonly TimeOnly Morning = new(8, 0);

    public static IReadOnlyList<SnoozeTime> At(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var evening = On(zone, today, Evening);
        return
        [
            new SnoozeTime("In 1 hour", now + Hour),
            // In the evening itself, or just before it, it would say the same as the hour.
            .. evening > now + Hour ? [new SnoozeTime("This evening", evening)] : Array.Empty<SnoozeTime>(),
            new SnoozeTime("Tomorrow morning", On(zone, today.AddDays(1), Morning)),
        ];
    }

    public static DateTimeOffset On(TimeZoneInfo zone, DateOnly day, TimeOnly time) => WallTime.Resolve(zone, day.ToDateTime(time), VisitEdge.Start);
}
