namespace SnoutOS.Domain.Bookings;

/// <summary>One occurrence of a series: the day it stands for, and when it is.</summary>
public readonly record struct Occurrence(DateOnly SeriesDay, VisitSpan Span);

/// <summary>
/// The occurrences of a booking. They are counted in weeks from the first one and keep their wall-clock times; the day
/// that an occurrence stands for is its name and stays when the whole series moves to another weekday.
/// </summary>
public static class WeeklySeries
{
    public const int DaysPerWeek = 7;

    /// <summary>Visits exist at least this far ahead.</summary>
    public const int DaysAhead = 8 * DaysPerWeek;

    /// <summary>The occurrences from the given week on that start on <paramref name="through"/> or before it.</summary>
    /// <param name="first">The day that the very first occurrence stands for.</param>
    public static IEnumerable<Occurrence> Occurrences(this Booking booking, TimeZoneInfo zone, DateOnly first, int fromWeek, DateOnly through)
    {
        for (var week = fromWeek; ; week++)
        {
            var day = DateOnly.FromDateTime(booking.LocalStart).AddDays(week * DaysPerWeek);
            var isOver = day > booking.Until || (booking.Recurrence == Recurrence.None && week > 0);

            // The first one exists however far ahead it lies: it is what the owner has just booked.
            if (isOver || (day > through && week > 0))
            {
                yield break;
            }

            yield return new Occurrence(first.AddDays(week * DaysPerWeek), booking.SpanOf(zone, week));
        }
    }

    public static VisitSpan SpanOf(this Booking booking, TimeZoneInfo zone, int week) => WallTime.Resolve(
        zone, booking.LocalStart.AddDays(week * DaysPerWeek), booking.LocalEnd.AddDays(week * DaysPerWeek));

    public static int WeekOf(DateOnly first, DateOnly seriesDay) => (seriesDay.DayNumber - first.DayNumber) / DaysPerWeek;

    public static DateOnly TodayIn(TimeZoneInfo zone, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
}
