using System.Globalization;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Tests.Windows;

/// <summary>From a time on the wall to the window and the decision: where the clock is changed, at midnight, at New Year, in a leap year.</summary>
public sealed class WindowTimesTests
{
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);
    private static readonly Guid Ana = new("00000000-0000-0000-0000-0000000000a1");

    /// <summary>Zone, the first visit of a weekly series, which week is looked at, the buffer in minutes, and the window in UTC.</summary>
    public static TheoryData<string, string, string, int, int, string, string> Rows => new()
    {
        // New York skips 02:00 to 03:00 on March 8 and shows 01:00 to 02:00 twice on November 1.
        { "America/New_York", "2026-03-01T09:00", "01:00", 0, 60, "2026-03-01T13:00Z", "2026-03-01T16:00Z" },
        { "America/New_York", "2026-03-01T09:00", "01:00", 1, 60, "2026-03-08T12:00Z", "2026-03-08T15:00Z" },
        { "America/New_York", "2026-03-01T02:30", "00:45", 1, 60, "2026-03-08T06:30Z", "2026-03-08T09:15Z" },
        { "America/New_York", "2026-03-01T01:30", "02:00", 1, 60, "2026-03-08T05:30Z", "2026-03-08T08:30Z" },
        { "America/New_York", "2026-10-25T09:00", "01:00", 1, 60, "2026-11-01T13:00Z", "2026-11-01T16:00Z" },
        { "America/New_York", "2026-10-25T01:30", "00:15", 1, 60, "2026-11-01T04:30Z", "2026-11-01T07:45Z" },
        { "America/New_York", "2026-10-25T00:30", "02:30", 1, 60, "2026-11-01T03:30Z", "2026-11-01T09:00Z" },
        // Berlin skips 02:00 to 03:00 on March 29 and shows 02:00 to 03:00 twice on October 25.
        { "Europe/Berlin", "2026-03-22T09:00", "01:00", 1, 60, "2026-03-29T06:00Z", "2026-03-29T09:00Z" },
        { "Europe/Berlin", "2026-03-22T02:30", "01:00", 1, 60, "2026-03-29T00:30Z", "2026-03-29T03:30Z" },
        { "Europe/Berlin", "2026-10-18T09:00", "01:00", 1, 60, "2026-10-25T07:00Z", "2026-10-25T10:00Z" },
        { "Europe/Berlin", "2026-10-18T02:30", "00:15", 1, 60, "2026-10-24T23:30Z", "2026-10-25T02:45Z" },
        // Lord Howe skips 02:00 to 02:30 on October 4 and shows 01:30 to 02:00 twice on April 5.
        { "Australia/Lord_Howe", "2026-09-27T09:00", "01:00", 1, 60, "2026-10-03T21:00Z", "2026-10-04T00:00Z" },
        { "Australia/Lord_Howe", "2026-09-27T02:15", "00:45", 1, 60, "2026-10-03T14:45Z", "2026-10-03T17:00Z" },
        { "Australia/Lord_Howe", "2026-03-29T09:00", "01:00", 1, 60, "2026-04-04T21:30Z", "2026-04-05T00:30Z" },
        { "Australia/Lord_Howe", "2026-03-29T01:45", "00:30", 1, 60, "2026-04-04T13:45Z", "2026-04-04T16:45Z" },
        // Across midnight, across New Year with the long buffers, on the leap day and a week after it.
        { "America/New_York", "2026-05-04T23:30", "01:00", 0, 60, "2026-05-05T02:30Z", "2026-05-05T05:30Z" },
        { "America/New_York", "2026-12-31T21:00", "11:00", 0, 120, "2027-01-01T00:00Z", "2027-01-01T15:00Z" },
        { "America/New_York", "2028-02-22T10:00", "01:00", 1, 60, "2028-02-29T14:00Z", "2028-02-29T17:00Z" },
        { "America/New_York", "2028-02-29T10:00", "01:00", 1, 60, "2028-03-07T14:00Z", "2028-03-07T17:00Z" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void A_text_reaches_the_sitter_from_the_opening_on_and_not_at_the_closing(
        string zone, string localStart, string length, int week, int buffer, string opens, string closes)
    {
        var visit = VisitOf(zone, localStart, length, week);
        var window = WindowSpan.Around(visit, new Service { PreBufferMinutes = buffer, PostBufferMinutes = buffer });
        Assert.Equal((At(opens), At(closes)), (window.OpensAt, window.ClosesAt));
        Assert.Equal(
            [RoutingReason.NoActiveWindow, RoutingReason.ActiveWindow, RoutingReason.ActiveWindow, RoutingReason.NoActiveWindow],
            new[] { window.OpensAt - Microsecond, window.OpensAt, window.ClosesAt - Microsecond, window.ClosesAt }
                .Select(at => Router.Decide(FactsOf(window, visit, at), at).Reason));
    }

    private static VisitSpan VisitOf(string zone, string localStart, string length, int week)
    {
        var start = DateTime.Parse(localStart, CultureInfo.InvariantCulture);
        var booking = new Booking { Recurrence = Recurrence.Weekly, LocalStart = start, LocalEnd = start + TimeSpan.Parse(length, CultureInfo.InvariantCulture) };
        var first = DateOnly.FromDateTime(start);
        return booking.Occurrences(TimeZoneInfo.FindSystemTimeZoneById(zone), first, 0, first.AddDays(WeeklySeries.DaysPerWeek * week)).Last().Span;
    }

    private static RoutingFacts FactsOf(WindowSpan window, VisitSpan visit, DateTimeOffset at) => new(
        at, Guid.Empty, NumberClass.Sitter, SenderKind.Known, Guid.Empty, Consent: null, Windows:
        [new WindowFact(Guid.Empty, Guid.Empty, Ana, window.OpensAt, window.ClosesAt, visit.StartsAt, visit.EndsAt, SitterIsAvailable: true)]);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
