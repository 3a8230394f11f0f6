using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Database;

/// <summary>Brings the database to the version of the code. Safe to run again and from two processes at once.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<SnoutDbContext> contexts, DatabaseSettings settings)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>
    /// Makes sure that the database fits the code before anything uses it: the embedded one is migrated, a server's only
    /// by the operator's word, because other nodes may be running an older version on it.
    /// </summary>
    /// <returns>Why the program must not go on, in a sentence; null when it may.</returns>
    public async Task<string?> ObjectionAsync(bool migrates, CancellationToken cancellationToken)
    {
        if (settings.IsEmbedded)
        {
            await MigrateAsync(cancellationToken);
            return null;
        }

        bool isPending;
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            isPending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        catch (Exception failure) when (failure is DbException || failure.InnerException is DbException)
        {
            return "The database that ConnectionStrings__Snout names cannot be used: it is not reachable, or refuses this user.";
        }

        if (isPending && migrates)
        {
            await MigrateAsync(cancellationToken);
            return null;
        }

        return isPending ? "The database is not of this version yet: run the migrate verb once, then start again." : null;
    }
}
