using Microsoft.EntityFrameworkCore;
using Npgsql;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Database.PostgreSql;

public sealed class PostgreSqlTraits : IDatabaseTraits
{
    /// <summary>Two connections each at most, which is half of the driver's pool: reading never has to wait for writing.</summary>
    public int WritersAtOnce => 25;

    /// <summary>A lock of the transaction: it goes with the commit, the rollback or the connection.</summary>
    public Task EnterAsync(SnoutDbContext db, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"SELECT set_config('lock_timeout', {$"{LockNames.PatienceInMilliseconds}ms"}, true); SELECT pg_advisory_xact_lock({LockNames.NumberOf(db.Scope)})",
        cancellationToken);

    public bool IsUniqueViolation(DbUpdateException failure) => StateOf(failure) == PostgresErrorCodes.UniqueViolation;

    public bool IsLostRace(Exception failure) => StateOf(failure) is
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    public string MinutesLater(string instant, string minutes) => $"{instant} + ({minutes}) * INTERVAL '1 minute'";

    public string? FinerThanMicroseconds(string instant) => null;

    /// <summary>The driver's exception may be wrapped by EF more than once.</summary>
    private static string? StateOf(Exception? failure) => failure switch
    {
        null => null,
        PostgresException postgres => postgres.SqlState,
        _ => StateOf(failure.InnerException),
    };
}
