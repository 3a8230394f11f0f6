using System.Globalization;
using SnoutOS.Domain.Bookings;

namespace SnoutOS.Tests.Bookings;

public sealed class WeeklySeriesTests
{
    [Theory]
    // The hour on the wall stays, the instant moves: before, on and after both changes.
    [InlineData("America/New_York", "2026-03-01T09:00", "2026-03-15", "14:00Z 13:00Z 13:00Z")]
    [InlineData("America/New_York", "2026-10-25T09:00", "2026-11-08", "13:00Z 14:00Z 14:00Z")]
    [InlineData("Europe/Berlin", "2026-03-22T09:00", "2026-04-05", "08:00Z 07:00Z 07:00Z")]
    [InlineData("Europe/Berlin", "2026-10-18T09:00", "2026-11-01", "07:00Z 08:00Z 08:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-03-29T09:00", "2026-04-12", "22:00Z 22:30Z 22:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-09-27T09:00", "2026-10-11", "22:30Z 22:00Z 22:00Z")]
    // In the hour itself.
    [InlineData("America/New_York", "2026-03-01T02:30", "2026-03-15", "07:30Z 07:30Z 06:30Z")]
    [InlineData("America/New_York", "2026-10-25T01:30", "2026-11-08", "05:30Z 05:30Z 06:30Z")]
    public void A_series_keeps_its_hour_on_the_wall(string zone, string localStart, string through, string clocks)
    {
        var spans = Spans(Series(localStart, "00:45"), zone, through);
        Assert.Equal(clocks, string.Join(' ', spans.Select(span => span.StartsAt.UtcDateTime.ToString("HH:mm'Z'", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("2026-12-24T22:00", "2027-01-07", "2026-12-24 2026-12-31 2027-01-07")]
    [InlineData("2028-02-29T10:00", "2028-03-14", "2028-02-29 2028-03-07 2028-03-14")]
    [InlineData("2027-02-22T10:00", "2027-03-08", "2027-02-22 2027-03-01 2027-03-08")]
    // It ends with the day that is the last, whether or not an occurrence falls on it.
    [InlineData("2026-05-04T10:00", "2026-05-17", "2026-05-04 2026-05-11")]
    [InlineData("2026-05-04T10:00", "2026-05-18", "2026-05-04 2026-05-11 2026-05-18")]
    public void Occurrences_come_every_seven_days_up_to_the_last_day(string localStart, string until, string days)
    {
        var booking = Series(localStart, "08:00", Day(until));
        var made = booking.Occurrences(TimeZoneInfo.Utc, Day(localStart[..10]), fromWeek: 0, new DateOnly(2030, 1, 1));
        Assert.Equal(days, string.Join(' ', made.Select(occurrence => occurrence.SeriesDay.ToString("O", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void A_visit_across_New_Year_and_midnight_is_one_visit()
    {
        var span = Assert.Single(Spans(Series("2026-12-31T21:00", "05:00", Day("2026-12-31")), "America/New_York", "2027-06-01"));
        Assert.Equal((At("2027-01-01T02:00Z"), At("2027-01-01T07:00Z")), (span.StartsAt, span.EndsAt));
    }

    [Fact]
    public void The_first_occurrence_exists_however_far_ahead_it_lies() =>
        Assert.Single(Spans(Series("2026-12-31T21:00", "01:00"), "America/New_York", "2026-03-01"));

    [Fact]
    public void A_single_visit_does_not_come_again()
    {
        var booking = new Booking { LocalStart = new DateTime(2026, 5, 4, 10, 0, 0), LocalEnd = new DateTime(2026, 5, 4, 11, 0, 0) };
        Assert.Single(Spans(booking, "America/New_York", "2026-12-31"));
    }

    private static Booking Series(string localStart, string length, DateOnly? until = null)
    {
        var start = DateTime.Parse(localStart, CultureInfo.InvariantCulture);
        return new Booking { Recurrence = Recurrence.Weekly, LocalStart = start, LocalEnd = start + TimeSpan.Parse(length, CultureInfo.InvariantCulture), Until = until };
    }

    private static List<VisitSpan> Spans(Booking booking, string zone, string through) =>
        [.. booking.Occurrences(TimeZoneInfo.FindSystemTimeZoneById(zone), DateOnly.FromDateTime(booking.LocalStart), 0, Day(through)).Select(one => one.Span)];

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
