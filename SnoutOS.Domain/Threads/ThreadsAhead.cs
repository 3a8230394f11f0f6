using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;

namespace SnoutOS.Domain.Threads;

/// <summary>
/// Makes up for what was assigned while no conversations were made ahead: once that is on for an organization, those of
/// all visits that have a window to come or under way.
/// </summary>
public sealed class ThreadsAhead(SnoutDb database, Writer writer, MessagingFlags flags, TimeProvider clock)
{
    private HashSet<Guid> _caughtUp = [];

    /// <summary>Looks after the organizations that were switched on since the last look.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var on = new HashSet<Guid>();
        foreach (var organizationId in await OrganizationsAsync(cancellationToken))
        {
            if (await flags.IsProactiveAsync(organizationId, cancellationToken))
            {
                if (!_caughtUp.Contains(organizationId))
                {
                    await MakeAsync(organizationId, cancellationToken);
                }

                on.Add(organizationId);
            }
        }

        _caughtUp = on;
    }

    /// <summary>The conversations that are missing in one organization. Safe to repeat.</summary>
    public async Task MakeAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        foreach (var (clientId, sitterId, use) in await MissingAsync(organizationId, cancellationToken))
        {
            await writer.CommitAsync(
                organizationId, db => db.PrepareThreadAsync(clientId, sitterId, use, clock.GetUtcNow(), cancellationToken), cancellationToken);
        }
    }

    private async Task<List<Guid>> OrganizationsAsync(CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        return await db.AllOrganizations().Select(row => row.Id).ToListAsync(cancellationToken);
    }

    private async Task<List<(Guid ClientId, Guid SitterId, NumberUse Use)>> MissingAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(organizationId);
        var pairs = await db.Windows
            .Where(window => window.CancelledAt == null && window.ClosesAt > now)
            .Where(window => !db.SitterConversations.Any(seen => seen.SitterId == window.SitterId
                && db.Threads.Any(thread => thread.Id == seen.ThreadId && thread.ClientId == window.ClientId)))
            .Select(window => new { window.ClientId, window.SitterId, window.PoolOnly })
            .Distinct()
            .ToListAsync(cancellationToken);
        return pairs.ConvertAll(pair => (pair.ClientId, pair.SitterId, pair.PoolOnly ? NumberUse.MeetAndGreet : NumberUse.Visit));
    }
}
