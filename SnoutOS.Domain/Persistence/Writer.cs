using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Persistence;

/// <summary>Told of committed changes; the only way that news leaves the database.</summary>
public interface ICommittedEvents
{
    void Publish(IReadOnlyCollection<ThreadChanged> changes);
}

/// <summary>What the writer must know of the database behind it.</summary>
public interface IDatabaseTraits
{
    /// <summary>Whether one process writes at a time (SQLite), so that writers queue here instead of polling a lock.</summary>
    bool HasOneWriter { get; }

    /// <summary>Whether the failure is a broken unique constraint, a lost race that a second look resolves.</summary>
    bool IsUniqueViolation(DbUpdateException failure);
}

/// <summary>
/// The one way to change the database: one transaction for each unit of work, run again from the start when a race
/// for a unique row was lost, and news published after the commit or never.
/// </summary>
public sealed class Writer(SnoutDb database, IDatabaseTraits traits, ICommittedEvents events) : IDisposable
{
    private const int MaxTries = 5;

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Runs <paramref name="work"/>, saves, commits, publishes. The work may run more than once; it must not act outside.</summary>
    public Task<T> CommitAsync<T>(Guid organizationId, Func<SnoutDbContext, Task<T>> work, CancellationToken cancellationToken) =>
        CommitAsync(TenantScope.Of(organizationId), work, cancellationToken);

    public async Task CommitAsync(Guid organizationId, Func<SnoutDbContext, Task> work, CancellationToken cancellationToken) =>
        await CommitAsync(TenantScope.Of(organizationId), Returning(work), cancellationToken);

    /// <summary>The same for rows that belong to no organization.</summary>
    public Task<T> CommitInstallationAsync<T>(Func<SnoutDbContext, Task<T>> work, CancellationToken cancellationToken) =>
        CommitAsync(TenantScope.Installation, work, cancellationToken);

    public async Task CommitInstallationAsync(Func<SnoutDbContext, Task> work, CancellationToken cancellationToken) =>
        await CommitAsync(TenantScope.Installation, Returning(work), cancellationToken);

    public void Dispose() => _gate.Dispose();

    private static Func<SnoutDbContext, Task<bool>> Returning(Func<SnoutDbContext, Task> work) => async db =>
    {
        await work(db);
        return true;
    };

    private async Task<T> CommitAsync<T>(TenantScope scope, Func<SnoutDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryCommitAsync(scope, work, cancellationToken);
            }
            catch (DbUpdateException lost) when (attempt < MaxTries && IsLostRace(lost))
            {
                // Whoever won the race has committed: looking again finds their row.
            }
        }
    }

    private bool IsLostRace(DbUpdateException failure) => failure is DbUpdateConcurrencyException || traits.IsUniqueViolation(failure);

    private async Task<T> TryCommitAsync<T>(TenantScope scope, Func<SnoutDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        if (traits.HasOneWriter)
        {
            await _gate.WaitAsync(cancellationToken);
        }

        T result;
        List<ThreadChanged> announcements;
        try
        {
            await using var db = database.Open(scope);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            result = await work(db);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            announcements = db.Announcements;
        }
        finally
        {
            if (traits.HasOneWriter)
            {
                _gate.Release();
            }
        }

        if (announcements.Count > 0)
        {
            events.Publish(announcements);
        }

        return result;
    }
}
