using SnoutOS.Domain.Bookings;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>
/// Start and end while they are typed, on the business's clock. Who moves the start takes the end along; where the clock
/// shows a time twice, the instant that was picked counts until the time is typed anew.
/// </summary>
public sealed class TimeDraft
{
    private static readonly TimeSpan UsualLength = TimeSpan.FromMinutes(30);

    private DateTime _start;
    private DateTime _end;
    private DateTimeOffset? _startMeant;
    private DateTimeOffset? _endMeant;

    private TimeDraft(DateTime start, DateTime end) => (_start, _end) = (start, end);

    /// <summary>Nine in the morning of a day, or the next full hour if that is past.</summary>
    public static TimeDraft On(DateOnly day, DateTimeOffset now, OrganizationTime time)
    {
        var local = TimeZoneInfo.ConvertTime(now, time.Zone).DateTime;
        var nextHour = local.Date.AddHours(local.Hour + 1);
        var start = day.ToDateTime(new TimeOnly(9, 0));
        start = start < local && nextHour.Date == start.Date ? nextHour : start;
        return new TimeDraft(start, start + UsualLength);
    }

    public static TimeDraft Of(VisitView visit, OrganizationTime time) => new(
        TimeZoneInfo.ConvertTime(visit.StartsAt, time.Zone).DateTime, TimeZoneInfo.ConvertTime(visit.EndsAt, time.Zone).DateTime)
    {
        _startMeant = visit.StartsAt,
        _endMeant = visit.EndsAt,
    };

    public VisitTime Start => Given(_start, _startMeant);

    public VisitTime End => Given(_end, _endMeant);

    public DateOnly StartDay
    {
        get => DateOnly.FromDateTime(_start);
        set => MoveStart(value.ToDateTime(StartTime));
    }

    public TimeOnly StartTime
    {
        get => TimeOnly.FromDateTime(_start);
        set => MoveStart(StartDay.ToDateTime(value));
    }

    public DateOnly EndDay
    {
        get => DateOnly.FromDateTime(_end);
        set => (_end, _endMeant) = (value.ToDateTime(EndTime), null);
    }

    public TimeOnly EndTime
    {
        get => TimeOnly.FromDateTime(_end);
        set => (_end, _endMeant) = (EndDay.ToDateTime(value), null);
    }

    /// <summary>Takes one of the readings of a doubtful time.</summary>
    public void Mean(string field, DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (field == "startsAt")
        {
            (_start, _startMeant) = (local, instant);
        }
        else
        {
            (_end, _endMeant) = (local, instant);
        }
    }

    // A year is typed digit by digit: what lies before the calendar stays where it was.
    private void MoveStart(DateTime start)
    {
        var end = (_end - _start).Ticks + start.Ticks;
        if (end >= 0 && end <= DateTime.MaxValue.Ticks)
        {
            (_end, _endMeant) = (new DateTime(end), null);
        }

        (_start, _startMeant) = (start, null);
    }

    private static VisitTime Given(DateTime local, DateTimeOffset? meant) =>
        meant is { } instant ? new VisitTime.At(instant) : new VisitTime.OnTheClock(local);
}
