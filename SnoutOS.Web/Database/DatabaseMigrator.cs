using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Database;

/// <summary>Brings the database to the version of the code. Safe to run again and from two processes at once.</summary>
public sealed class DatabaseMigrator(IDbContextFactory<SnoutDbContext> contexts)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
