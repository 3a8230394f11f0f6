using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

public sealed class SnoozeTimesTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2026-03-04T12:00", "In 1 hour 13:00|This evening 18:00|Tomorrow morning 08:00")]
    [InlineData("2026-03-04T17:00", "In 1 hour 18:00|Tomorrow morning 08:00")]
    [InlineData("2026-03-04T23:30", "In 1 hour 00:30|Tomorrow morning 08:00")]
    public void Are_those_of_the_wall_clock_of_the_business(string local, string offered)
    {
        var now = SnoozeTimes.On(NewYork, DateOnly.Parse(local[..10], null), TimeOnly.Parse(local[11..], null));
        Assert.Equal(offered, string.Join('|', SnoozeTimes.At(now, NewYork).Select(time => $"{time.Label} {TimeZoneInfo.ConvertTime(time.Until, NewYork):HH:mm}")));
    }

    [Fact]
    public void Tomorrow_morning_is_eight_also_on_the_day_the_clocks_change()
    {
        var eve = SnoozeTimes.On(NewYork, new DateOnly(2026, 3, 7), new TimeOnly(20, 0));
        Assert.Equal(TimeSpan.FromHours(11), SnoozeTimes.At(eve, NewYork)[^1].Until - eve);
    }
}
