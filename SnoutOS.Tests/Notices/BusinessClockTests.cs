using System.Globalization;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Tests.Notices;

public sealed class BusinessClockTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2026-03-02T07:59:59", false)]
    [InlineData("2026-03-02T08:00:00", true)]
    [InlineData("2026-03-02T17:59:59", true)]
    [InlineData("2026-03-02T18:00:00", false)]
    [InlineData("2026-03-03T12:00:00", false)]
    public void The_opening_belongs_to_the_hours_and_the_closing_does_not(string local, bool expected) =>
        Assert.Equal(expected, IsOpen(local, Hours(DayOfWeek.Monday, "08:00", "18:00")));

    [Theory]
    [InlineData("2026-03-06T19:59:59", false)]
    [InlineData("2026-03-06T20:00:00", true)]
    [InlineData("2026-03-07T00:00:00", true)]
    [InlineData("2026-03-07T01:59:59", true)]
    [InlineData("2026-03-07T02:00:00", false)]
    [InlineData("2026-03-06T01:00:00", false)]
    public void Hours_may_cross_midnight(string local, bool expected) =>
        Assert.Equal(expected, IsOpen(local, Hours(DayOfWeek.Friday, "20:00", "02:00")));

    [Fact]
    public void Saturday_night_reaches_into_Sunday()
    {
        Assert.True(IsOpen("2026-03-08T01:30:00", Hours(DayOfWeek.Saturday, "22:00", "04:00")));
        Assert.False(IsOpen("2026-03-08T04:00:00", Hours(DayOfWeek.Saturday, "22:00", "04:00")));
    }

    [Fact]
    public void A_close_at_the_opening_is_a_whole_day()
    {
        var monday = Hours(DayOfWeek.Monday, "06:00", "06:00");
        Assert.True(IsOpen("2026-03-03T05:59:59", monday));
        Assert.False(IsOpen("2026-03-03T06:00:00", monday));
    }

    [Theory]
    [InlineData("2026-03-08T06:30:00Z", false)]
    [InlineData("2026-03-08T07:30:00Z", true)]
    [InlineData("2026-11-01T05:30:00Z", false)]
    [InlineData("2026-11-01T07:30:00Z", true)]
    public void The_wall_clock_counts_on_the_days_it_jumps(string instant, bool expected) => Assert.Equal(
        expected,
        new BusinessClock(NewYork, [Hours(DayOfWeek.Sunday, "02:00", "10:00")]).IsOpenAt(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Fact]
    public void Without_hours_it_is_always_open() =>
        Assert.True(new BusinessClock(NewYork, []).IsOpenAt(DateTimeOffset.UnixEpoch));

    private static BusinessHours Hours(DayOfWeek day, string opens, string closes) => new()
    {
        Day = day,
        Opens = TimeOnly.Parse(opens, CultureInfo.InvariantCulture),
        Closes = TimeOnly.Parse(closes, CultureInfo.InvariantCulture),
    };

    private static bool IsOpen(string local, BusinessHours hours)
    {
        var wall = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new BusinessClock(NewYork, [hours]).IsOpenAt(new DateTimeOffset(wall, NewYork.GetUtcOffset(wall)));
    }
}
