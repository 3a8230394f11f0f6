using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Bookings;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Tests.Components;

/// <summary>Where visits stand in a week, and how their times are written. The week is that of Wednesday, March 4, 2026.</summary>
public sealed class WeekPlanTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Guid Ana = Guid.CreateVersion7(TestTime.Noon);
    private static readonly Guid Gus = Guid.CreateVersion7(TestTime.Noon.AddDays(1));

    private readonly OrganizationTime _time = new(TestTime.Clock()) { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

    [Fact]
    public void What_has_no_sitter_comes_first_and_who_left_only_where_they_did_something()
    {
        SitterListing[] sitters =
        [
            new(Ana, null, "Ana Silva", "", SitterStatus.Active, null), new(Gus, null, "Gus Hale", "", SitterStatus.Offboarded, null),
        ];
        Assert.Equal(["Unassigned", "Ana Silva"], WeekPlan.Rows(Monday, [Visit(2, 9, 2, 10, Ana)], sitters, _time).Select(row => row.Name), StringComparer.Ordinal);
        var rows = WeekPlan.Rows(Monday, [Visit(2, 9, 2, 10, Gus), Visit(4, 9, 4, 10)], sitters, _time);
        Assert.Equal([("Unassigned", false), ("Ana Silva", false), ("Gus Hale", true)], rows.Select(row => (row.Name, row.HasLeft)));
        Assert.Equal([0, 0, 1, 0, 0, 0, 0], rows[0].Days.Select(day => day.Count));
        Assert.Equal([1, 0, 0, 0, 0, 0, 0], rows[2].Days.Select(day => day.Count));
    }

    [Fact]
    public void A_long_visit_stands_under_each_day_it_touches_and_one_that_ends_at_midnight_not_under_the_next()
    {
        var days = WeekPlan.Rows(Monday, [Visit(3, 18, 5, 10), Visit(6, 20, 7, 0)], [], _time)[0].Days;
        Assert.Equal([0, 1, 1, 1, 1, 0, 0], days.Select(day => day.Count));
        Assert.Equal(
            ["from 6:00 PM", "all day", "until 10:00 AM"],
            days.Skip(1).Take(3).Select((day, index) => CalendarWords.SpanOn(Monday.AddDays(index + 1), day[0].Visit, _time)),
            StringComparer.Ordinal);
        Assert.Equal("8:00 PM–12:00 AM", CalendarWords.SpanOn(Monday.AddDays(4), days[4][0].Visit, _time));
    }

    [Fact]
    public void A_list_begins_with_what_began_before_the_week()
    {
        var list = WeekPlan.Days(Monday, [Visit(1, 18, 3, 10), Visit(4, 9, 4, 10), Visit(4, 11, 4, 12)], _time);
        Assert.Equal([(Monday, 1), (Monday.AddDays(2), 2)], list.Select(day => (day.Day, day.Visits.Count)));
    }

    [Fact]
    public void A_week_goes_from_midnight_to_midnight_of_the_business_also_when_an_hour_is_missing()
    {
        var range = WeekPlan.RangeOf(Monday, _time.Zone);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 5, 0, 0, TimeSpan.Zero), range.From);
        Assert.Equal(TimeSpan.FromHours((7 * 24) - 1), range.To - range.From);
    }

    [Theory]
    [InlineData(4, 9, 4, 10, "Wednesday, March 4, 9:00–10:00 AM")]
    [InlineData(4, 11, 4, 13, "Wednesday, March 4, 11:00 AM–1:00 PM")]
    [InlineData(4, 18, 6, 10, "Wed, Mar 4, 6:00 PM – Fri, Mar 6, 10:00 AM")]
    public void A_card_says_when(int fromDay, int fromHour, int toDay, int toHour, string words) =>
        Assert.Equal(words, CalendarWords.When(Visit(fromDay, fromHour, toDay, toHour).Visit, _time));

    [Theory]
    [InlineData("2026-11-23", "Nov 23 – 29, 2026")]
    [InlineData("2026-11-30", "Nov 30 – Dec 6, 2026")]
    [InlineData("2026-12-28", "Dec 28, 2026 – Jan 3, 2027")]
    public void A_week_is_named_by_its_days(string monday, string words) =>
        Assert.Equal(words, CalendarWords.Week(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(WindowPhase.Upcoming, "Ana can write from 8:00 AM to 11:00 AM.")]
    [InlineData(WindowPhase.Active, "Ana can write until 11:00 AM.")]
    [InlineData(WindowPhase.Ended, "Ana could write from 8:00 AM to 11:00 AM.")]
    public void A_card_says_when_the_sitter_can_write(WindowPhase phase, string words)
    {
        var visit = Visit(4, 9, 4, 10, Ana).Visit;
        visit = visit with { SitterName = "Ana Silva", Window = new WindowView(visit.StartsAt.AddHours(-1), visit.EndsAt.AddHours(1), phase) };
        Assert.Equal(words, VisitWords.Window(visit, _time));
    }

    private CalendarVisit Visit(int fromDay, int fromHour, int toDay, int toHour, Guid? sitter = null)
    {
        var view = new VisitView(
            Guid.CreateVersion7(TestTime.Noon), At(fromDay, fromHour), At(toDay, toHour), sitter, null, VisitStatus.Upcoming, MeetAndGreetState.NotOne, "", null);
        return new CalendarVisit(view, view.Id, Recurrence.None, view.Id, "Maya Lindqvist", "", "walk", "walk");
    }

    private DateTimeOffset At(int day, int hour) =>
        WallTime.Resolve(_time.Zone, new DateTime(2026, 3, day, hour, 0, 0, DateTimeKind.Unspecified), VisitEdge.Start);
}
