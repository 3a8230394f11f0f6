using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Database.Sqlite;

public sealed class SqliteTraits : IDatabaseTraits
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    public int WritersAtOnce => 1;

    /// <summary>The transaction itself is the lock: it begins as the database's one writer.</summary>
    public Task EnterAsync(SnoutDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    public bool IsUniqueViolation(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique or ConstraintPrimaryKey };

    public bool IsLostRace(Exception failure) => failure is DbUpdateException update && IsUniqueViolation(update);

    // Instants are text here. Only whole seconds are reckoned with, so that the fraction stays what it was.
    public string MinutesLater(string instant, string minutes) =>
        $"strftime('%Y-%m-%d %H:%M:%S', substr({instant}, 1, 19), ({minutes}) || ' minutes') || substr({instant}, 20)";

    public string? FinerThanMicroseconds(string instant) => $"length({instant}) > 26";
}

/// <summary>
/// Set on each connection as it opens. FULL, so that what was answered with 200 survives a power cut; group commit
/// keeps it cheap. Deleted content is overwritten, so that erasure erases.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const string Statement = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
