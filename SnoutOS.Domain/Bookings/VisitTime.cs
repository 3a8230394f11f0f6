namespace SnoutOS.Domain.Bookings;

/// <summary>A start or an end as somebody gave it. The cases are closed.</summary>
public abstract record VisitTime
{
    private VisitTime()
    {
    }

    /// <summary>An instant, which means one thing in every zone.</summary>
    public sealed record At(DateTimeOffset Instant) : VisitTime;

    /// <summary>An instant written with an offset: what somebody's clock shows, maybe the business's own.</summary>
    public sealed record WithOffset(DateTimeOffset Written) : VisitTime;

    /// <summary>What the business's wall clock shows.</summary>
    public sealed record OnTheClock(DateTime Local) : VisitTime;
}

/// <summary>What a given time turned out to mean. The cases are closed.</summary>
public abstract record TimeReading
{
    private TimeReading()
    {
    }

    public sealed record Certain(DateTimeOffset Instant, DateTime Local) : TimeReading;

    /// <summary>The wall clock skips it: meant was one of the times an hour, or whatever is skipped, to either side.</summary>
    public sealed record DoesNotExist(DateTime Local, DateTimeOffset Earlier, DateTimeOffset Later) : TimeReading;

    /// <summary>The wall clock shows it twice.</summary>
    public sealed record ExistsTwice(DateTime Local, DateTimeOffset Earlier, DateTimeOffset Later) : TimeReading;
}

public static class TimeReadings
{
    /// <summary>
    /// Reads a time in the business's zone. What a series means at a time that the clock skips or shows twice is settled
    /// by rule (<see cref="WallTime"/>); for a single visit somebody has to say.
    /// </summary>
    public static TimeReading In(this VisitTime given, TimeZoneInfo zone, VisitEdge edge, bool isWeekly) => given switch
    {
        VisitTime.At at => Certain(at.Instant, zone),
        VisitTime.WithOffset offset => Read(offset.Written, zone, edge, isWeekly),
        VisitTime.OnTheClock clock => Read(clock.Local, zone, edge, isWeekly),
        _ => throw new ArgumentException("A time of no known kind.", nameof(given)),
    };

    private static TimeReading Read(DateTimeOffset written, TimeZoneInfo zone, VisitEdge edge, bool isWeekly)
    {
        // With an offset that the zone has around the gap, it is the business's own clock that cannot show this.
        var isOurClock = zone.IsInvalidTime(written.DateTime) && WallTime.OffsetsAround(zone, written.DateTime) is var (before, after)
            && (written.Offset == before || written.Offset == after);
        return isOurClock ? Read(written.DateTime, zone, edge, isWeekly) : Certain(written, zone);
    }

    private static TimeReading Read(DateTime typed, TimeZoneInfo zone, VisitEdge edge, bool isWeekly)
    {
        var local = DateTime.SpecifyKind(typed, DateTimeKind.Unspecified);
        var (earlier, later) = WallTime.Readings(zone, local);
        return isWeekly || earlier == later ? new TimeReading.Certain(WallTime.Resolve(zone, local, edge), local)
            : zone.IsInvalidTime(local) ? new TimeReading.DoesNotExist(local, earlier, later)
            : new TimeReading.ExistsTwice(local, earlier, later);
    }

    private static TimeReading.Certain Certain(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var kept = instant.ToUniversalTime().AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMicrosecond));
        return new TimeReading.Certain(kept, TimeZoneInfo.ConvertTime(kept, zone).DateTime);
    }
}
