using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Receiving;

internal static class LedgerRows
{
    /// <summary>Closes an event that no organization's transaction closes, because it belongs to none.</summary>
    public static Task CloseEventAsync(
        this Writer writer, long sequence, ProviderEventState state, DateTimeOffset at, CancellationToken cancellationToken) =>
        writer.CommitInstallationAsync(db => db.ProviderEvents
            .Where(row => row.Sequence == sequence)
            .ExecuteUpdateAsync(
                row => row.SetProperty(item => item.State, state).SetProperty(item => item.ProcessedAt, at),
                cancellationToken), cancellationToken);
}
