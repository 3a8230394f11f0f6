using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>
/// What time alone does to numbers: leases that nobody needs any more end, and numbers that have rested enough wait
/// for a new use. Safe to run twice and on two nodes, because each change looks again in its own transaction.
/// </summary>
public sealed class NumberKeeping(SnoutDb database, Writer writer, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <summary>Ends the leases whose time is over, in every organization; returns how many.</summary>
    public async Task<int> ReleaseLeasesAsync(CancellationToken cancellationToken)
    {
        var released = 0;
        foreach (var (organization, releaseDays) in await OrganizationsAsync(cancellationToken))
        {
            int batch;
            do
            {
                var due = await DueAsync(organization, releaseDays, cancellationToken);
                batch = due.Count == 0 ? 0 : await ReleaseAsync(organization, releaseDays, due, cancellationToken);
                released += batch;
            }
            while (batch == BatchSize);
        }

        return released;
    }

    /// <summary>Ends the rest of the numbers that have cooled down; returns how many.</summary>
    public async Task<int> EndRestsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var installation = database.ForInstallation();
        var rested = await installation.AllNumbers().AsNoTracking()
            .Where(number => number.Status == NumberStatus.CoolingDown && number.CoolsUntil <= now)
            .OrderBy(number => number.CoolsUntil).Take(BatchSize)
            .Select(number => new { number.OrganizationId, number.Id })
            .ToListAsync(cancellationToken);
        foreach (var number in rested)
        {
            await writer.CommitAsync(number.OrganizationId, db => EndRestAsync(db, number.Id, now, cancellationToken), cancellationToken);
        }

        return rested.Count;
    }

    private static async Task EndRestAsync(SnoutDbContext db, Guid numberId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var number = await db.Numbers.FirstAsync(row => row.Id == numberId, cancellationToken);
        if (number.Status == NumberStatus.CoolingDown && !number.IsCooling(now))
        {
            (number.Status, number.CoolsUntil) = (NumberStatus.Released, null);
            await AuditLog.AppendAsync(db, AuditAct.BySystem("number.rested", $"number {numberId}"), now, cancellationToken);
        }
    }

    private async Task<List<(Guid Id, int ReleaseDays)>> OrganizationsAsync(CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        var rows = await db.AllOrganizations().Select(row => new { row.Id, row.PoolReleaseDays }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.Id, row.PoolReleaseDays));
    }

    /// <summary>Leases that look over: the rule of <see cref="LeaseTerm"/> as one question over indexes.</summary>
    private async Task<List<Guid>> DueAsync(Guid organizationId, int releaseDays, CancellationToken cancellationToken)
    {
        var (now, quietSince) = (clock.GetUtcNow(), clock.GetUtcNow() - TimeSpan.FromDays(releaseDays));
        var soon = now + LeaseTerm.Foresight;
        await using var db = database.ForOrganization(organizationId);
        return await db.Leases
            .Where(lease => lease.ReleasedAt == null && lease.StartedAt <= quietSince)
            .Where(lease => !db.Windows.Any(window =>
                window.ClientId == lease.ClientId && window.CancelledAt == null && window.ClosesAt > quietSince && window.OpensAt <= soon))
            .Where(lease => !db.Threads.Any(thread =>
                thread.ClientId == lease.ClientId && thread.NumberId == lease.NumberId && thread.LastOutboundAt > quietSince))
            .OrderBy(lease => lease.ClientId).Take(BatchSize)
            .Select(lease => lease.Id)
            .ToListAsync(cancellationToken);
    }

    private Task<int> ReleaseAsync(Guid organizationId, int releaseDays, List<Guid> due, CancellationToken cancellationToken) =>
        writer.CommitAsync(organizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var rows = await db.Leases.Where(lease => due.Contains(lease.Id) && lease.ReleasedAt == null)
                .WithFacts(db, now).ToListAsync(cancellationToken);
            var over = rows.FindAll(row => LeaseTerm.IsOver(row.Facts, releaseDays, now));
            foreach (var (lease, threadId, _) in over)
            {
                lease.ReleasedAt = now;
                await AuditLog.AppendAsync(db, AuditAct.BySystem("lease.released", $"lease {lease.Id}"), now, cancellationToken);
                if (threadId is { } thread)
                {
                    db.Announce(thread);
                }
            }

            return over.Count;
        }, cancellationToken);
}
