using System.Globalization;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>How the visits of a week are laid out.</summary>
public enum BookingsLayout
{
    Week,
    List,
}

/// <summary>
/// What <c>/bookings</c> shows, as its address says it, so that reload, back and share work. What is not said follows the
/// day and the screen.
/// </summary>
/// <param name="Day">A day of the week that is shown; null for the present one.</param>
/// <param name="Layout">Null for what suits the screen.</param>
public sealed record BookingsAddress(DateOnly? Day = null, BookingsLayout? Layout = null, bool ShowsCancelled = false)
{
    private const string Format = "yyyy-MM-dd";

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>Reads the query; what makes no sense counts as not said.</summary>
    public static BookingsAddress Read(string? week, string? view, string? cancelled) => new(
        DateOnly.TryParseExact(week, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Earliest && day <= Latest ? day : null,
        view switch { "week" => BookingsLayout.Week, "list" => BookingsLayout.List, _ => null },
        cancelled is "shown");

    public DateOnly Monday(DateOnly today) => MondayOf(Day ?? today);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The same in another week; the present one goes without saying.</summary>
    public BookingsAddress In(DateOnly monday, DateOnly today) => this with { Day = monday == MondayOf(today) ? null : monday };

    public override string ToString()
    {
        string[] query =
        [
            .. Day is { } day ? [$"week={day.ToString(Format, CultureInfo.InvariantCulture)}"] : Array.Empty<string>(),
            .. Layout is { } layout ? [layout == BookingsLayout.Week ? "view=week" : "view=list"] : Array.Empty<string>(),
            .. ShowsCancelled ? ["cancelled=shown"] : Array.Empty<string>(),
        ];
        return query.Length == 0 ? "bookings" : $"bookings?{string.Join('&', query)}";
    }
}
