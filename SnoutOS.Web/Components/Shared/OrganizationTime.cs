using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Components.Shared;

/// <summary>Tells instants as the business reads them: in its own time zone, today's by the clock, older ones by the day.</summary>
public sealed class OrganizationTime(TimeProvider clock)
{
    private const int DaysByWeekday = 7;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    private Guid _organizationId;

    /// <summary>UTC until <see cref="LoadAsync"/> has been awaited.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public DateOnly Today => Day(clock.GetUtcNow());

    /// <summary>When today ends, and what was "tomorrow" is "today".</summary>
    public DateTimeOffset DayEndsAt => WallTime.Resolve(Zone, Today.AddDays(1).ToDateTime(TimeOnly.MinValue), VisitEdge.Start);

    /// <summary>Reads the organization's zone once for each page or circuit.</summary>
    public async Task LoadAsync(SnoutDb database, Guid organizationId, CancellationToken cancellationToken)
    {
        if (_organizationId == organizationId)
        {
            return;
        }

        await using var db = database.ForOrganization(organizationId);
        var organization = await db.Organizations.AsNoTracking().FirstAsync(row => row.Id == organizationId, cancellationToken);
        Zone = organization.TimeZone;
        _organizationId = organizationId;
    }

    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>"9:41 AM".</summary>
    public string Clock(DateTimeOffset at) => Local(at).ToString("h:mm tt", Culture);

    /// <summary>For a list: "9:41 AM" today, then "Yesterday", "Tue", "Nov 3", "Nov 3, 2025".</summary>
    public string Short(DateTimeOffset at)
    {
        var day = Day(at);
        return (Today.DayNumber - day.DayNumber) switch
        {
            <= 0 => Clock(at),
            1 => "Yesterday",
            < DaysByWeekday => day.ToString("ddd", Culture),
            _ when day.Year == Today.Year => day.ToString("MMM d", Culture),
            _ => day.ToString("MMM d, yyyy", Culture),
        };
    }

    /// <summary>For a separator: "Today", "Yesterday", "Tuesday", "Monday, November 3".</summary>
    public string Heading(DateOnly day) => (Today.DayNumber - day.DayNumber) switch
    {
        <= 0 => "Today",
        1 => "Yesterday",
        < DaysByWeekday => day.ToString("dddd", Culture),
        _ when day.Year == Today.Year => day.ToString("dddd, MMMM d", Culture),
        _ => day.ToString("MMMM d, yyyy", Culture),
    };

    /// <summary>For what is to come: "today at 9:41 AM", "tomorrow at 9:41 AM", "Tue at 9:41 AM", then "Nov 3", "Nov 3, 2027".</summary>
    public string Ahead(DateTimeOffset at) => (Day(at).DayNumber - Today.DayNumber) switch
    {
        < DaysByWeekday => $"{DayAhead(at)} at {Clock(at)}",
        _ => Date(at),
    };

    /// <summary>The day of what is to come: "today", "tomorrow", "Tue", then "Nov 3", "Nov 3, 2027".</summary>
    public string DayAhead(DateTimeOffset at) => (Day(at).DayNumber - Today.DayNumber) switch
    {
        <= 0 => "today",
        1 => "tomorrow",
        < DaysByWeekday => Day(at).ToString("ddd", Culture),
        _ => Date(at),
    };

    /// <summary>"Nov 3", or "Nov 3, 2027" in another year than this.</summary>
    public string Date(DateTimeOffset at) => Day(at).ToString(Day(at).Year == Today.Year ? "MMM d" : "MMM d, yyyy", Culture);

    public string Full(DateTimeOffset at) => Local(at).ToString("dddd, MMMM d, yyyy 'at' h:mm tt", Culture);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
