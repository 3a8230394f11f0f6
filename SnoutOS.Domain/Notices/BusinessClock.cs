using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Notices;

/// <summary>
/// Tells whether the office is open, on the wall clock of the business's zone. Pure: hours and instant are given. The
/// opening belongs to the hours, the closing no longer does.
/// </summary>
public sealed class BusinessClock(TimeZoneInfo zone, IEnumerable<BusinessHours> hours)
{
    private readonly Dictionary<DayOfWeek, BusinessHours> _hours = hours.ToDictionary(day => day.Day);

    public static async Task<BusinessClock> OfAsync(SnoutDbContext db, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().FirstAsync(cancellationToken);
        return new BusinessClock(organization.TimeZone, await db.BusinessHours.AsNoTracking().ToListAsync(cancellationToken));
    }

    public bool IsOpenAt(DateTimeOffset instant)
    {
        if (_hours.Count == 0)
        {
            return true;
        }

        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var (time, day) = (TimeOnly.FromDateTime(local.DateTime), local.DayOfWeek);
        var yesterday = (DayOfWeek)(((int)day + 6) % 7);
        return (_hours.TryGetValue(day, out var today) && time >= today.Opens && (CrossesMidnight(today) || time < today.Closes))
            || (_hours.TryGetValue(yesterday, out var before) && CrossesMidnight(before) && time < before.Closes);
    }

    private static bool CrossesMidnight(BusinessHours day) => day.Closes <= day.Opens;
}
