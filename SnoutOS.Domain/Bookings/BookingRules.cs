namespace SnoutOS.Domain.Bookings;

/// <summary>Start and end of a booking as they turned out, on both clocks.</summary>
internal sealed record BookedTime(DateTime LocalStart, DateTime LocalEnd, VisitSpan Span);

/// <summary>What a visit's times must keep to.</summary>
public static class BookingRules
{
    /// <summary>How far back a booking may start: what happened is sometimes written down late.</summary>
    public static readonly TimeSpan OldestStart = TimeSpan.FromDays(366);

    public static readonly TimeSpan FarthestStart = TimeSpan.FromDays(3 * 365);

    public static readonly TimeSpan LongestVisit = TimeSpan.FromDays(92);

    /// <summary>An occurrence ends before the next one begins.</summary>
    public static readonly TimeSpan LongestWeekly = TimeSpan.FromDays(WeeklySeries.DaysPerWeek);

    /// <summary>The one of the two that is there is the answer.</summary>
    internal static (BookedTime? Time, BookingVerdict? Objection) Read(
        VisitTime startsAt, VisitTime endsAt, TimeZoneInfo zone, bool isWeekly, DateTimeOffset now)
    {
        if (startsAt.In(zone, VisitEdge.Start, isWeekly) is not TimeReading.Certain start)
        {
            return (null, new BookingVerdict.DoubtfulTime("startsAt", startsAt.In(zone, VisitEdge.Start, isWeekly)));
        }

        if (endsAt.In(zone, VisitEdge.End, isWeekly) is not TimeReading.Certain end)
        {
            return (null, new BookingVerdict.DoubtfulTime("endsAt", endsAt.In(zone, VisitEdge.End, isWeekly)));
        }

        var time = new BookedTime(start.Local, end.Local, new VisitSpan(start.Instant, end.Instant));
        var objection = Objection(time, isWeekly, now);
        return objection is null ? (time, null) : (null, objection);
    }

    private static BookingVerdict? Objection(BookedTime time, bool isWeekly, DateTimeOffset now)
    {
        var longest = isWeekly ? LongestWeekly : LongestVisit;
        var (earliest, latest) = (now - OldestStart, now + FarthestStart);
        return time.Span.EndsAt <= time.Span.StartsAt || (isWeekly && time.LocalEnd <= time.LocalStart) ? new BookingVerdict.EndsBeforeStart()
            : time.Span.EndsAt - time.Span.StartsAt > longest ? new BookingVerdict.TooLong(longest)
            : time.Span.StartsAt < earliest || time.Span.StartsAt > latest ? new BookingVerdict.StartOutOfRange(earliest, latest)
            : null;
    }
}
