using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Persistence;

/// <summary>Told of committed changes; the only way that news leaves the database.</summary>
public interface ICommittedEvents
{
    void Publish(IReadOnlyCollection<ThreadChanged> changes);
}

/// <summary>
/// The one way to change the database: one transaction for each unit of work, one unit of an organization at a time,
/// run again from the start when a race was lost, and news published after the commit or never.
/// </summary>
public sealed class Writer(SnoutDb database, IDatabaseTraits traits, ICommittedEvents events) : IDisposable
{
    private const int MaxTries = 5;

    private readonly WriterGates _gates = new(traits.WritersAtOnce);

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

    public void Dispose() => _gates.Dispose();

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
            catch (Exception lost) when (attempt < MaxTries && (lost is DbUpdateConcurrencyException || traits.IsLostRace(lost)))
            {
                // Whoever won the race has committed: looking again finds their row.
            }
        }
    }

    private async Task<T> TryCommitAsync<T>(TenantScope scope, Func<SnoutDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        T result;
        List<ThreadChanged> announcements;
        using (await _gates.EnterAsync(scope, cancellationToken))
        {
            await using var db = database.Open(scope);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await traits.EnterAsync(db, cancellationToken);
            result = await work(db);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            announcements = db.Announcements;
        }

        if (announcements.Count > 0)
        {
            events.Publish(announcements);
        }

        return result;
    }
}
