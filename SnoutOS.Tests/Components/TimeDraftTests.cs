using SnoutOS.Domain.Bookings;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Bookings;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Tests.Components;

public sealed class TimeDraftTests
{
    private readonly OrganizationTime _time = new(TestTime.Clock()) { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

    [Fact]
    public void The_end_comes_along_when_the_start_moves_and_the_start_stays_when_the_end_does()
    {
        var draft = TimeDraft.On(new DateOnly(2026, 3, 6), TestTime.Noon, _time);
        Assert.Equal((new TimeOnly(9, 0), new TimeOnly(9, 30)), (draft.StartTime, draft.EndTime));
        draft.EndTime = new TimeOnly(10, 0);
        draft.StartTime = new TimeOnly(23, 30);
        Assert.Equal((new DateOnly(2026, 3, 7), new TimeOnly(0, 30)), (draft.EndDay, draft.EndTime));
        draft.StartDay = new DateOnly(2026, 3, 20);
        Assert.Equal((new DateOnly(2026, 3, 21), new TimeOnly(23, 30)), (draft.EndDay, draft.StartTime));
        draft.EndDay = new DateOnly(2026, 3, 1);
        Assert.Equal(new DateOnly(2026, 3, 20), draft.StartDay);
    }

    [Fact]
    public void Today_begins_with_the_next_hour() =>
        Assert.Equal(new TimeOnly(13, 0), TimeDraft.On(_time.Today, TestTime.Noon, _time).StartTime);

    /// <summary>A date field tells of the years 2, 20 and 202 while somebody types 2026.</summary>
    [Fact]
    public void A_year_that_is_typed_digit_by_digit_takes_the_end_along()
    {
        var draft = TimeDraft.On(new DateOnly(2026, 3, 6), TestTime.Noon, _time);
        foreach (var year in (int[])[1, 2, 20, 202, 2027])
        {
            draft.StartDay = new DateOnly(year, 3, 6);
        }

        Assert.Equal(new DateOnly(2027, 3, 6), draft.EndDay);
    }

    [Fact]
    public void A_reading_counts_until_the_time_is_typed_anew()
    {
        var draft = TimeDraft.On(new DateOnly(2026, 11, 1), TestTime.Noon, _time);
        var second = new DateTimeOffset(2026, 11, 1, 6, 30, 0, TimeSpan.Zero);
        draft.Mean("startsAt", second, _time.Zone);
        Assert.Equal(new VisitTime.At(second), draft.Start);
        Assert.Equal(new TimeOnly(1, 30), draft.StartTime);
        draft.StartTime = new TimeOnly(4, 0);
        Assert.Equal(new VisitTime.OnTheClock(new DateTime(2026, 11, 1, 4, 0, 0, DateTimeKind.Unspecified)), draft.Start);
    }
}
