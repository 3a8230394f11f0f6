using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Database.SqlServer;

public sealed class SqlServerTraits : IDatabaseTraits
{
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;
    private const int DeadlockVictim = 1205;
    private const int SnapshotConflict = 3960;

    /// <summary>Two connections each at most, which is half of the driver's pool: reading never has to wait for writing.</summary>
    public int WritersAtOnce => 25;

    /// <summary>A lock of the transaction: it goes with the commit, the rollback or the connection.</summary>
    public Task EnterAsync(SnoutDbContext db, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        DECLARE @entered int;
        EXEC @entered = sp_getapplock @Resource = {LockNames.NameOf(db.Scope)}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = {LockNames.PatienceInMilliseconds};
        IF @entered < 0 THROW 51001, 'Another node has been writing for this organization for too long.', 1;
        """,
        cancellationToken);

    public bool IsUniqueViolation(DbUpdateException failure) => NumberOf(failure) is UniqueConstraint or UniqueIndex;

    public bool IsLostRace(Exception failure) =>
        NumberOf(failure) is UniqueConstraint or UniqueIndex or DeadlockVictim or SnapshotConflict;

    public string MinutesLater(string instant, string minutes) => $"DATEADD(minute, {minutes}, {instant})";

    public string? FinerThanMicroseconds(string instant) => $"DATEPART(nanosecond, {instant}) % 1000 <> 0";

    /// <summary>The driver's exception may be wrapped by EF more than once.</summary>
    private static int? NumberOf(Exception? failure) => failure switch
    {
        null => null,
        SqlException sql => sql.Number,
        _ => NumberOf(failure.InnerException),
    };
}
