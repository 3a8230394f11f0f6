using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Receiving;

/// <summary>What a transaction made of an event.</summary>
/// <param name="LeftAs">The state it was left in.</param>
/// <param name="Result">What it came to; null when there is nothing to tell of.</param>
internal sealed record TakenEvent<T>(ProviderEventState LeftAs, T? Result)
    where T : class;

internal static class LedgerRows
{
    /// <summary>
    /// Takes an event in hand within one transaction of its organization. Null when another node was quicker, which has
    /// told of it.
    /// </summary>
    public static Task<TakenEvent<T>?> TakeEventAsync<T>(
        this Writer writer, Guid organizationId, long sequence, Func<SnoutDbContext, ProviderEvent, Task<T?>> work, CancellationToken cancellationToken)
        where T : class =>
        writer.CommitAsync(organizationId, async db =>
        {
            var ledger = await db.ProviderEvents.FirstAsync(row => row.Sequence == sequence, cancellationToken);
            if (ledger.State != ProviderEventState.Pending)
            {
                return null;
            }

            ledger.OrganizationId = organizationId;
            var result = await work(db, ledger);
            return new TakenEvent<T>(ledger.State, result);
        }, cancellationToken);

    /// <summary>Closes an event that no organization's transaction closes, because it belongs to none.</summary>
    public static Task CloseEventAsync(
        this Writer writer, long sequence, ProviderEventState state, DateTimeOffset at, CancellationToken cancellationToken) =>
        writer.CommitInstallationAsync(db => db.ProviderEvents
            .Where(row => row.Sequence == sequence)
            .ExecuteUpdateAsync(
                row => row.SetProperty(item => item.State, state).SetProperty(item => item.ProcessedAt, at),
                cancellationToken), cancellationToken);
}
