using System.Globalization;
using SnoutOS.Domain.Policing.Figures;

namespace SnoutOS.Tests.Policing.Figures;

/// <summary>Weeks begin on Monday at midnight by the business's clock, also where that clock was changed.</summary>
public sealed class FigureWeeksTests
{
    [Theory]
    [InlineData("America/New_York", "2026-03-11T15:00Z", "2026-03-02 05:00 2026-03-09 04:00")]
    [InlineData("America/New_York", "2026-03-09T03:59Z", "2026-02-23 05:00 2026-03-02 05:00")]
    [InlineData("Europe/Berlin", "2026-10-25T23:30Z", "2026-10-18 22:00 2026-10-25 23:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T13:30Z", "2026-03-29 13:00 2026-04-05 13:30")]
    [InlineData("UTC", "2026-01-01T00:00Z", "2025-12-22 00:00 2025-12-29 00:00")]
    public void They_begin_by_the_clock_of_the_business(string zone, string now, string starts)
    {
        var weeks = FigureWeeks.Until(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone), 2);
        Assert.Equal(starts, string.Join(' ', new[] { weeks[0], weeks[1] }.Select(week => week.StartsAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))));
        Assert.Equal((-1, 0, 0, 1), (
            weeks.Of(weeks.StartsAt.AddTicks(-1)), weeks.Of(weeks.StartsAt), weeks.Of(weeks[1].StartsAt.AddTicks(-1)), weeks.Of(weeks[1].StartsAt)));
    }
}
