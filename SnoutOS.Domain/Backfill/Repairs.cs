using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Proving;

namespace SnoutOS.Domain.Backfill;

/// <summary>
/// Mends what <see cref="Prover"/> reports where the rows themselves say what is right: counts and heads are counted
/// again, windows follow their visits, what can only be a leftover goes. Whatever needs a judgement is left to a person.
/// </summary>
public sealed class Repairs(SnoutDb database, Writer writer, Prover prover, TimeProvider clock)
{
    private delegate Task Mending(SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken);

    private static readonly Dictionary<string, Mending> Mendings = new(StringComparer.Ordinal)
    {
        ["thread-has-number"] = NumberRepair.GiveFrontDeskAsync,
        ["lease-on-active-pool-number"] = NumberRepair.EndLeasesAsync,
        ["thread-counts"] = HeadRepair.RecountThreadsAsync,
        ["thread-head"] = HeadRepair.RecountThreadsAsync,
        ["thread-last-outbound"] = HeadRepair.RecountThreadsAsync,
        ["reads-within-thread"] = HeadRepair.RecountThreadsAsync,
        ["awaited-sitter-is-named"] = HeadRepair.GiveToOwnerAsync,
        ["shown-in-a-conversation"] = HeadRepair.RecountConversationsAsync,
        ["conversation-head"] = HeadRepair.RecountConversationsAsync,
        ["assigned-visit-has-window"] = WindowRepair.FollowVisitsAsync,
        ["no-live-window-without-visit"] = WindowRepair.FollowVisitsAsync,
        ["live-window-of-its-visits-sitter"] = WindowRepair.FollowVisitsAsync,
        ["window-is-visit-with-buffers"] = WindowRepair.FollowVisitsAsync,
        ["unsent-message-in-outbox"] = OutboxRepair.SettleAsync,
        ["outbox-fits-status"] = OutboxRepair.SettleAsync,
    };

    /// <summary>What was broken, and whether it still is.</summary>
    public async Task<IReadOnlyList<RepairReport>> RunAsync(CancellationToken cancellationToken)
    {
        var broken = (await prover.RunAsync(cancellationToken)).Where(finding => !finding.Holds).ToList();
        var mendings = broken.Select(finding => Mendings.GetValueOrDefault(finding.Invariant.Name)).OfType<Mending>().Distinct().ToList();
        if (mendings.Count > 0)
        {
            foreach (var organization in await OrganizationsAsync(cancellationToken))
            {
                await writer.CommitAsync(organization, db => MendAsync(db, mendings, cancellationToken), cancellationToken);
            }
        }

        var after = broken.Count == 0 ? [] : await prover.RunAsync(cancellationToken);
        return [.. broken.Select(finding => new RepairReport(finding, after.Single(now => now.Invariant.Name == finding.Invariant.Name)))];
    }

    private async Task MendAsync(SnoutDbContext db, List<Mending> mendings, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var mend in mendings)
        {
            await mend(db, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        await AuditLog.AppendAsync(db, AuditAct.ByOperator("rows.repaired", $"organization {db.OrganizationId}"), now, cancellationToken);
    }

    private async Task<List<Guid>> OrganizationsAsync(CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.AllOrganizations().Select(row => row.Id).ToListAsync(cancellationToken);
    }
}

/// <summary>One broken promise, before and after.</summary>
public sealed record RepairReport(Finding Before, Finding After)
{
    public override string ToString() => After.Holds
        ? $"mended  {Before.Invariant.Sentence}: {Before.Rows} {(Before.Rows == 1 ? "row" : "rows")}"
        : $"LEFT    {After.Invariant.Sentence}: {After.Rows} {(After.Rows == 1 ? "row" : "rows")}, e.g. {After.Invariant.Subject} {After.Examples[0]}; a person has to decide";
}
