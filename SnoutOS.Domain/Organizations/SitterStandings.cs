using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Organizations;

/// <summary>
/// Locks a sitter's messaging and unlocks it. A locked sitter keeps account, number and visits; what comes for them
/// goes to the owner.
/// </summary>
public sealed class SitterStandings(Writer writer, TimeProvider clock)
{
    public Task<StandingChange> LockAsync(Actor actor, Guid sitterId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(actor, sitterId, SitterStatus.Locked, "sitter.locked", reason, cancellationToken);

    public Task<StandingChange> UnlockAsync(Actor actor, Guid sitterId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(actor, sitterId, SitterStatus.Active, "sitter.unlocked", reason, cancellationToken);

    private Task<StandingChange> ChangeAsync(
        Actor actor, Guid sitterId, SitterStatus status, string action, string reason, CancellationToken cancellationToken) =>
        writer.CommitAsync<StandingChange>(actor.OrganizationId, async db =>
        {
            var sitter = await db.Sitters.FirstOrDefaultAsync(row => row.Id == sitterId, cancellationToken);
            if (sitter is null or { Status: SitterStatus.Offboarded })
            {
                return sitter is null ? new StandingChange.NotFound() : new StandingChange.Offboarded();
            }

            if (sitter.Status != status)
            {
                (sitter.Status, sitter.IsLockedByStrikes) = (status, false);
                sitter.StrikesFrom = status == SitterStatus.Active ? clock.GetUtcNow() : sitter.StrikesFrom;
                await AuditLog.AppendAsync(db, AuditAct.By(actor, action, $"sitter {sitterId}", reason: reason), clock.GetUtcNow(), cancellationToken);
                await db.AnnounceConversationsOfAsync(sitterId, cancellationToken);
            }

            if (status == SitterStatus.Locked)
            {
                await db.GiveAllToOwnerAsync(sitterId, cancellationToken);
            }

            return new StandingChange.Changed(sitterId);
        }, cancellationToken);
}
