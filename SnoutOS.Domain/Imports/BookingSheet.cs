using System.Globalization;
using SnoutOS.Domain.Bookings;

namespace SnoutOS.Domain.Imports;

/// <summary>
/// Bookings of a spreadsheet: client, service, start, end, and maybe recurrence, until, sitter and notes. Times are
/// those of the business's wall clock.
/// </summary>
internal static class BookingSheet
{
    public const int LongestNotes = 2000;

    private static readonly string[] Times =
    [
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss",
        "M/d/yyyy h:mm tt", "M/d/yyyy h:mmtt", "M/d/yyyy H:mm",
    ];

    private static readonly string[] Days = ["yyyy-MM-dd", "M/d/yyyy"];

    public static IReadOnlyList<ImportRow> Read(string text) => CsvTable.Read(text, ["client", "service", "start", "end"], RowOf);

    private static ImportRow RowOf(CsvRow row)
    {
        DateOnly? until = null;
        if (row["until"].Length > 0)
        {
            until = DateOnly.TryParseExact(row["until"], Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        }

        return !TryReadTime(row["start"], out var startsAt) ? BadTime(row, "start")
            : !TryReadTime(row["end"], out var endsAt) ? BadTime(row, "end")
            : until is null && row["until"].Length > 0 ? new ImportRow.Unreadable(row.Number, "until", "Write the day as 2026-03-31 or 3/31/2026.")
            : RecurrenceOf(row["recurrence"]) is not { } recurrence ? new ImportRow.Unreadable(row.Number, "recurrence", "Write weekly, or nothing for a single visit.")
            : row["notes"].Length > LongestNotes ? new ImportRow.Unreadable(row.Number, "notes", "These notes are too long.")
            : new ImportRow.OfBooking(row.Number, new BookingLine(
                "", row["client"], row["service"], new VisitTime.OnTheClock(startsAt), new VisitTime.OnTheClock(endsAt), recurrence, until, row["sitter"], row["notes"]));
    }

    private static bool TryReadTime(string text, out DateTime local) =>
        DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out local);

    private static ImportRow.Unreadable BadTime(CsvRow row, string field) =>
        new(row.Number, field, "Write the time as 2026-03-05 14:30 or 3/5/2026 2:30 PM.");

    private static Recurrence? RecurrenceOf(string text) => text.ToUpperInvariant() switch
    {
        "" or "NONE" or "ONCE" => Recurrence.None,
        "WEEKLY" => Recurrence.Weekly,
        _ => null,
    };
}
