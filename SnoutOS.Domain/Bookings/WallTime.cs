namespace SnoutOS.Domain.Bookings;

/// <summary>Which end of a visit a time is.</summary>
public enum VisitEdge
{
    Start,
    End,
}

/// <summary>From when to when somebody is with the client's pets.</summary>
public readonly record struct VisitSpan(DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>
/// What the wall clock of a business means where it was changed: a time that it skips moves forward by the gap; one
/// that it shows twice is the first for a start and the second for an end.
/// </summary>
public static class WallTime
{
    public static DateTimeOffset Resolve(TimeZoneInfo zone, DateTime local, VisitEdge edge)
    {
        var (earlier, later) = Readings(zone, local);
        return zone.IsInvalidTime(local) ? later : edge switch
        {
            VisitEdge.Start => earlier,
            VisitEdge.End => later,
        };
    }

    /// <summary>
    /// An occurrence of a series. Where only its start moves forward, past the end that the clock does show, the visit
    /// keeps its length.
    /// </summary>
    public static VisitSpan Resolve(TimeZoneInfo zone, DateTime localStart, DateTime localEnd)
    {
        var startsAt = Resolve(zone, localStart, VisitEdge.Start);
        var endsAt = Resolve(zone, localEnd, VisitEdge.End);
        return new VisitSpan(startsAt, endsAt > startsAt ? endsAt : startsAt + (localEnd - localStart));
    }

    /// <summary>The two instants that a wall time can mean; the same one twice for an ordinary time.</summary>
    public static (DateTimeOffset Earlier, DateTimeOffset Later) Readings(TimeZoneInfo zone, DateTime local)
    {
        if (zone.IsInvalidTime(local))
        {
            var (before, after) = OffsetsAround(zone, local);
            return (At(local, after), At(local, before));
        }

        if (zone.IsAmbiguousTime(local))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(local);
            return (At(local, offsets.Max()), At(local, offsets.Min()));
        }

        var only = At(local, zone.GetUtcOffset(local));
        return (only, only);
    }

    /// <summary>The zone's offsets the day before and the day after, which differ where the clock is changed between.</summary>
    public static (TimeSpan Before, TimeSpan After) OffsetsAround(TimeZoneInfo zone, DateTime local) =>
        (zone.GetUtcOffset(local.AddDays(-1)), zone.GetUtcOffset(local.AddDays(1)));

    private static DateTimeOffset At(DateTime local, TimeSpan offset) => new(local.Ticks - offset.Ticks, TimeSpan.Zero);
}
