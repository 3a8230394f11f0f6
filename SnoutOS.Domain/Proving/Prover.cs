using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Proving;

/// <summary>Asks the database whether every invariant holds. It reads across all organizations and changes nothing.</summary>
public sealed class Prover(SnoutDb database, IDatabaseTraits traits, TimeProvider clock)
{
    private const int Shown = 5;

    /// <summary>Every invariant, whether or not one before it is broken.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await RunAsync(db, cancellationToken);
    }

    /// <summary>The same through a context of the caller's, which sees what its transaction has not committed yet.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(SnoutDbContext db, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await foreach (var finding in AskAsync(db, cancellationToken))
        {
            findings.Add(finding);
        }

        return findings;
    }

    /// <summary>One after the other, for whoever stops at the first that is broken.</summary>
    public async IAsyncEnumerable<Finding> EachAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        await foreach (var finding in AskAsync(db, cancellationToken))
        {
            yield return finding;
        }
    }

    private async IAsyncEnumerable<Finding> AskAsync(SnoutDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var invariant in Invariants.Of(traits, db.Model))
        {
            var rows = await db.Database.SqlQueryRaw<string>(invariant.Sql, now).ToListAsync(cancellationToken);
            yield return new Finding(invariant, rows.Count, [.. rows.Take(Shown).Select(id => id.ToLowerInvariant())]);
        }
    }
}
