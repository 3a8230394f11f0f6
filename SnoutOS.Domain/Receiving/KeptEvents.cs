using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Rollout;

namespace SnoutOS.Domain.Receiving;

/// <summary>
/// What arrived while messaging was off waits here. Once it is on again for an organization, its events go back into
/// the line; they keep their place, so each sender's old messages come before the new ones.
/// </summary>
public sealed class KeptEvents(SnoutDb database, Writer writer, MessagingFlags flags, TimeProvider clock)
{
    /// <summary>Puts back the events of every organization whose messaging is on.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        foreach (var organization in await WithKeptEventsAsync(cancellationToken))
        {
            if (await flags.MessagingIsOnAsync(organization, cancellationToken))
            {
                await writer.CommitInstallationAsync(db => db.ProviderEvents
                    .Where(row => row.OrganizationId == organization && row.State == ProviderEventState.Kept)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(item => item.State, ProviderEventState.Pending)
                            .SetProperty(item => item.NextAttemptAt, clock.GetUtcNow()),
                        cancellationToken), cancellationToken);
            }
        }
    }

    /// <summary>
    /// Keeps the event for later where messaging is off, or where older ones of its sender are still to come. False when
    /// it may be processed now, and is marked so.
    /// </summary>
    internal static async Task<bool> KeepAsync(
        SnoutDbContext db, ProviderEvent ledger, bool messagingIsOn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!messagingIsOn || await HasOlderAsync(db, ledger, cancellationToken))
        {
            ledger.State = ProviderEventState.Kept;
            return true;
        }

        (ledger.State, ledger.ProcessedAt) = (ProviderEventState.Processed, now);
        return false;
    }

    /// <summary>
    /// Whether messaging came back a moment ago, and older events of this sender still wait to be put back in line, or
    /// another node has just put them there.
    /// </summary>
    private static Task<bool> HasOlderAsync(SnoutDbContext db, ProviderEvent ledger, CancellationToken cancellationToken) =>
        db.ProviderEvents.AnyAsync(
            row => row.Sender == ledger.Sender && row.Sequence < ledger.Sequence && row.OrganizationId == ledger.OrganizationId
                && (row.State == ProviderEventState.Kept || row.State == ProviderEventState.Pending),
            cancellationToken);

    private async Task<List<Guid>> WithKeptEventsAsync(CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.ProviderEvents
            .Where(row => row.State == ProviderEventState.Kept && row.OrganizationId != null)
            .Select(row => row.OrganizationId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
    }
}
