using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Notices;

/// <summary>When the office is open on one weekday, on the business's wall clock; a close not after the open is on the next day.</summary>
public sealed record OpenDay(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <summary>A business's hours as it keeps them. No days at all mean that it is always open.</summary>
public sealed record OpenWeek(string TimeZoneId, IReadOnlyList<OpenDay> Days, bool IsOpenNow);

/// <summary>Keeps when the office is open.</summary>
public sealed class OfficeHours(SnoutDb database, Writer writer, TimeProvider clock)
{
    public async Task<OpenWeek> ReadAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await WeekAsync(db, cancellationToken);
    }

    /// <summary>Replaces the whole week. Each weekday comes at most once; one that is left out is closed.</summary>
    public Task<OpenWeek> ReplaceAsync(Actor actor, IReadOnlyList<OpenDay> days, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var kept = await db.BusinessHours.ToDictionaryAsync(row => row.Day, cancellationToken);
            db.BusinessHours.RemoveRange(kept.Values.ExceptBy(days.Select(day => day.Day), row => row.Day));
            foreach (var day in days)
            {
                var row = kept.GetValueOrDefault(day.Day)
                    ?? db.BusinessHours.Add(new BusinessHours { OrganizationId = actor.OrganizationId, Day = day.Day }).Entity;
                (row.Opens, row.Closes) = (day.Opens, day.Closes);
            }

            var act = AuditAct.By(actor, "business_hours.changed", $"organization {actor.OrganizationId}");
            await AuditLog.AppendAsync(db, act, clock.GetUtcNow(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return await WeekAsync(db, cancellationToken);
        }, cancellationToken);

    private async Task<OpenWeek> WeekAsync(SnoutDbContext db, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().FirstAsync(cancellationToken);
        var hours = await db.BusinessHours.AsNoTracking().ToListAsync(cancellationToken);
        return new OpenWeek(
            organization.TimeZoneId,
            [.. hours.OrderBy(row => (((int)row.Day) + 6) % 7).Select(row => new OpenDay(row.Day, row.Opens, row.Closes))],
            new BusinessClock(organization.TimeZone, hours).IsOpenAt(clock.GetUtcNow()));
    }
}
