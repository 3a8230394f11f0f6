using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using SnoutOS.Domain.Bookings;

namespace SnoutOS.Domain.Imports;

/// <summary>
/// Visits of an iCalendar file. The summary says service and client ("Walk: Robin Vale"), an attendee's address says
/// who comes, the description is for them. What repeats weekly becomes a series.
/// </summary>
internal static class CalendarFile
{
    public static IReadOnlyList<ImportRow> Read(string text, TimeZoneInfo zone)
    {
        try
        {
            return Calendar.Load(text) is { Events.Count: > 0 } calendar
                ? [.. calendar.Events.Select((item, index) => RowOf(item, index + 1, zone))]
                : [new ImportRow.Unreadable(1, "", "There are no events in this file.")];
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The reader has an exception of its own for each way in which a calendar can be broken.
            return [new ImportRow.Unreadable(1, "", "This is not an iCalendar file.")];
        }
    }

    private static ImportRow RowOf(CalendarEvent item, int row, TimeZoneInfo zone)
    {
        var summary = (item.Summary ?? "").Split(':', 2);
        return summary is not [var service, var client] ? new ImportRow.Unreadable(row, "SUMMARY", "The summary has to name service and client, such as “Walk: Robin Vale”.")
            : string.Equals(item.Status, EventStatus.Cancelled, StringComparison.OrdinalIgnoreCase) ? new ImportRow.Unreadable(row, "STATUS", "This event is cancelled. Take it out of the file.")
            : item.RecurrenceIdentifier is not null || item.ExceptionDates.GetAllDates().Any()
                ? new ImportRow.Unreadable(row, "EXDATE", "This series has exceptions. Import it without them, then change those visits.")
            : item.Start is not { HasTime: true } start ? new ImportRow.Unreadable(row, "DTSTART", "This event has no time of day.")
            : ReadTime(start, VisitEdge.Start, zone) is not { } startsAt ? new ImportRow.Unreadable(row, "DTSTART", "This event is in a time zone that nobody knows.")
            : EndOf(item, start, startsAt, zone) is not { } endsAt ? new ImportRow.Unreadable(row, "DTEND", "This event has no end.")
            : !TryReadRule(item, start, zone, out var recurrence, out var until) ? new ImportRow.Unreadable(row, "RRULE", "Only what repeats every week on one day can be imported.")
            : item.Description?.Length > BookingSheet.LongestNotes ? new ImportRow.Unreadable(row, "DESCRIPTION", "These notes are too long.")
            : new ImportRow.OfBooking(row, new BookingLine(
                item.Uid ?? "", client.Trim(), service.Trim(), startsAt, endsAt, recurrence, until, SitterOf(item), item.Description?.Trim() ?? ""));
    }

    /// <summary>A time of the business's own zone, or of none, is what its clock shows; any other is an instant.</summary>
    private static VisitTime? ReadTime(CalDateTime time, VisitEdge edge, TimeZoneInfo zone) =>
        time.IsUtc ? new VisitTime.At(new DateTimeOffset(time.Value.Ticks, TimeSpan.Zero))
        : time.TzId is null || string.Equals(time.TzId, zone.Id, StringComparison.OrdinalIgnoreCase) ? new VisitTime.OnTheClock(time.Value)
        : TimeZoneInfo.TryFindSystemTimeZoneById(time.TzId, out var other)
            ? new VisitTime.At(WallTime.Resolve(other, DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified), edge))
        : null;

    private static VisitTime? EndOf(CalendarEvent item, CalDateTime start, VisitTime startsAt, TimeZoneInfo zone)
    {
        if (item.End is { HasTime: true } end)
        {
            return ReadTime(end, VisitEdge.End, zone);
        }

        var length = item.Duration?.ToTimeSpanUnspecified();
        return (length, startsAt) switch
        {
            (null, _) => null,
            ({ } lasts, VisitTime.At at) => new VisitTime.At(at.Instant + lasts),
            ({ } lasts, _) => new VisitTime.OnTheClock(start.Value + lasts),
        };
    }

    private static bool TryReadRule(CalendarEvent item, CalDateTime start, TimeZoneInfo zone, out Recurrence recurrence, out DateOnly? until)
    {
        (recurrence, until) = (Recurrence.None, null);
        if (item.RecurrenceRule is not { } rule)
        {
            return true;
        }

        recurrence = Recurrence.Weekly;
        until = rule.Count is { } count ? start.Date.AddDays((count - 1) * WeeklySeries.DaysPerWeek)
            : rule.Until is not { } last ? null
            : last.IsUtc ? WeeklySeries.TodayIn(zone, new DateTimeOffset(last.Value.Ticks, TimeSpan.Zero))
            : last.Date;
        return rule.Frequency == FrequencyType.Weekly
            && rule.Interval == 1
            && rule.ByDay.All(day => day.DayOfWeek == start.DayOfWeek);
    }

    private static string SitterOf(CalendarEvent item) =>
        item.Attendees.Count > 0 && item.Attendees[0].Value is { } address ? address.OriginalString.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase) : "";
}
