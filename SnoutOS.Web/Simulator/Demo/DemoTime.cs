namespace SnoutOS.Web.Simulator.Demo;

/// <summary>An instant of the demo, told from today: so many minutes ago, or a time of day so many days ago.</summary>
internal readonly record struct DemoTime
{
    private readonly int _ago;
    private readonly TimeOnly? _timeOfDay;

    private DemoTime(int ago, TimeOnly? timeOfDay) => (_ago, _timeOfDay) = (ago, timeOfDay);

    /// <summary>At most four hours, so that it always comes after what happened the day before.</summary>
    public static DemoTime Minutes(int ago) => new(ago, null);

    /// <summary>Before eight in the evening, for the same reason; at least one day ago.</summary>
    public static DemoTime Days(int ago, int hour, int minute) => new(ago, new TimeOnly(hour, minute));

    public DateTimeOffset On(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (_timeOfDay is not { } timeOfDay)
        {
            return now.AddMinutes(-_ago);
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var local = today.AddDays(-_ago).ToDateTime(timeOfDay, DateTimeKind.Unspecified);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
    }
}
