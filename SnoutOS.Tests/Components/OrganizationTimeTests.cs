using Microsoft.Extensions.Time.Testing;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Tests.Components;

public sealed class OrganizationTimeTests
{
    private readonly FakeTimeProvider _clock = TestTime.Clock();
    private readonly OrganizationTime _time;

    public OrganizationTimeTests() =>
        _time = new OrganizationTime(_clock) { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

    [Theory]
    [InlineData(0, "12:00 PM")]
    [InlineData(12, "12:00 AM")]
    [InlineData(13, "Yesterday")]
    [InlineData(36.5, "Mon")]
    [InlineData(24 * 6, "Thu")]
    [InlineData(24 * 7, "Feb 25")]
    [InlineData(24 * 80, "Dec 14, 2025")]
    public void A_list_tells_today_by_the_clock_and_older_by_the_day(double hoursAgo, string words) =>
        Assert.Equal(words, _time.Short(TestTime.Noon.AddHours(-hoursAgo)).Replace('\u202f', ' '));

    [Fact]
    public void The_day_turns_at_the_midnight_of_the_business()
    {
        var justBefore = new DateTimeOffset(2026, 3, 5, 4, 59, 0, TimeSpan.Zero);
        Assert.Equal("Today", _time.Heading(_time.Day(justBefore)));
        _clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("Yesterday", _time.Heading(_time.Day(justBefore)));
        Assert.Equal("Monday", _time.Heading(_time.Day(TestTime.Noon.AddDays(-2))));
        Assert.Equal("Wednesday, February 4", _time.Heading(_time.Day(TestTime.Noon.AddDays(-28))));
    }

    [Theory]
    // Five hours behind in winter; on the day on which the clocks go forward at two, a day later, four.
    [InlineData(0, "2026-03-05T05:00Z")]
    [InlineData(4, "2026-03-09T04:00Z")]
    public void A_day_ends_at_the_midnight_of_the_business(int days, string ends)
    {
        _clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal(DateTimeOffset.Parse(ends, System.Globalization.CultureInfo.InvariantCulture), _time.DayEndsAt);
    }
}
