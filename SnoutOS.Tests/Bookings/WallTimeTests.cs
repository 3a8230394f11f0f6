using System.Globalization;
using SnoutOS.Domain.Bookings;

namespace SnoutOS.Tests.Bookings;

/// <summary>What the wall clock means on the days on which it is changed, and on those on which it is not.</summary>
public sealed class WallTimeTests
{
    [Theory]
    // New York skips 02:00 to 03:00 and shows 01:00 to 02:00 twice.
    [InlineData("America/New_York", "2026-03-08T01:59:59", "2026-03-08T06:59:59Z", "2026-03-08T06:59:59Z")]
    [InlineData("America/New_York", "2026-03-08T02:00:00", "2026-03-08T07:00:00Z", "2026-03-08T07:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00Z", "2026-03-08T07:30:00Z")]
    [InlineData("America/New_York", "2026-03-08T03:00:00", "2026-03-08T07:00:00Z", "2026-03-08T07:00:00Z")]
    [InlineData("America/New_York", "2026-11-01T00:59:59", "2026-11-01T04:59:59Z", "2026-11-01T04:59:59Z")]
    [InlineData("America/New_York", "2026-11-01T01:00:00", "2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:59:59", "2026-11-01T05:59:59Z", "2026-11-01T06:59:59Z")]
    [InlineData("America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z", "2026-11-01T07:00:00Z")]
    // Berlin skips 02:00 to 03:00 and shows 02:00 to 03:00 twice.
    [InlineData("Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z", "2026-10-25T02:00:00Z")]
    // Lord Howe changes by half an hour: skips 02:00 to 02:30 and shows 01:30 to 02:00 twice.
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00Z", "2026-10-03T15:45:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:30:00", "2026-10-03T15:30:00Z", "2026-10-03T15:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:29:59", "2026-04-04T14:29:59Z", "2026-04-04T14:29:59Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T02:00:00", "2026-04-04T15:30:00Z", "2026-04-04T15:30:00Z")]
    // Days like any other.
    [InlineData("America/New_York", "2026-12-31T23:59:59", "2027-01-01T04:59:59Z", "2027-01-01T04:59:59Z")]
    [InlineData("America/New_York", "2028-02-29T00:00:00", "2028-02-29T05:00:00Z", "2028-02-29T05:00:00Z")]
    public void A_skipped_time_moves_forward_and_one_shown_twice_is_the_first_start_and_the_second_end(string zone, string local, string start, string end)
    {
        var at = DateTime.Parse(local, CultureInfo.InvariantCulture);
        Assert.Equal((start, end), (Utc(WallTime.Resolve(Zone(zone), at, VisitEdge.Start)), Utc(WallTime.Resolve(Zone(zone), at, VisitEdge.End))));
    }

    [Theory]
    [InlineData("America/New_York", "2026-03-08T02:30:00", "2026-03-08T03:15:00", "2026-03-08T07:30:00Z", "2026-03-08T08:15:00Z")]
    [InlineData("America/New_York", "2026-03-08T01:30:00", "2026-03-08T02:30:00", "2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30:00", "2026-11-01T01:45:00", "2026-11-01T05:30:00Z", "2026-11-01T06:45:00Z")]
    [InlineData("America/New_York", "2026-12-31T22:00:00", "2027-01-01T02:00:00", "2027-01-01T03:00:00Z", "2027-01-01T07:00:00Z")]
    public void An_occurrence_never_ends_before_it_starts(string zone, string localStart, string localEnd, string start, string end)
    {
        var span = WallTime.Resolve(Zone(zone), DateTime.Parse(localStart, CultureInfo.InvariantCulture), DateTime.Parse(localEnd, CultureInfo.InvariantCulture));
        Assert.Equal((start, end), (Utc(span.StartsAt), Utc(span.EndsAt)));
    }

    [Theory]
    [InlineData("America/New_York", "2026-03-08T02:30:00", "2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:15:00Z", "2026-10-03T15:45:00Z")]
    public void A_single_visit_at_a_skipped_time_is_refused_with_both_readings(string zone, string local, string earlier, string later)
    {
        var typed = new VisitTime.OnTheClock(DateTime.Parse(local, CultureInfo.InvariantCulture));
        var gap = Assert.IsType<TimeReading.DoesNotExist>(typed.In(Zone(zone), VisitEdge.Start, isWeekly: false));
        Assert.Equal((earlier, later), (Utc(gap.Earlier), Utc(gap.Later)));
        Assert.IsType<TimeReading.Certain>(typed.In(Zone(zone), VisitEdge.Start, isWeekly: true));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z")]
    public void A_single_visit_at_a_time_shown_twice_is_refused_with_both_readings(string zone, string local, string earlier, string later)
    {
        var typed = new VisitTime.OnTheClock(DateTime.Parse(local, CultureInfo.InvariantCulture));
        var twice = Assert.IsType<TimeReading.ExistsTwice>(typed.In(Zone(zone), VisitEdge.End, isWeekly: false));
        Assert.Equal((earlier, later), (Utc(twice.Earlier), Utc(twice.Later)));
        Assert.IsType<TimeReading.Certain>(typed.In(Zone(zone), VisitEdge.End, isWeekly: true));
    }

    [Theory]
    [InlineData("2026-03-08T02:30:00-05:00", false)]
    [InlineData("2026-03-08T02:30:00-04:00", false)]
    // Somebody else's clock, which shows what ours skips.
    [InlineData("2026-03-08T02:30:00+01:00", true)]
    // The offset says which of the two.
    [InlineData("2026-11-01T01:30:00-05:00", true)]
    public void An_offset_makes_a_time_certain_unless_our_own_clock_skips_it(string written, bool certain)
    {
        var given = new VisitTime.WithOffset(DateTimeOffset.Parse(written, CultureInfo.InvariantCulture));
        var reading = given.In(Zone("America/New_York"), VisitEdge.Start, isWeekly: false);
        Assert.Equal(certain, reading is TimeReading.Certain sure && sure.Instant == given.Written);
    }

    [Fact]
    public void An_instant_is_always_certain()
    {
        var instant = new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero);
        var reading = Assert.IsType<TimeReading.Certain>(new VisitTime.At(instant).In(Zone("Europe/London"), VisitEdge.Start, isWeekly: false));
        Assert.Equal((instant, new DateTime(2026, 3, 29, 2, 30, 0)), (reading.Instant, reading.Local));
    }

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
