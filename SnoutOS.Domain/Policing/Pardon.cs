using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>A strike that was a false alarm is gone, and with it a lock that it was needed for.</summary>
internal static class Pardon
{
    public static async Task AfterFalseAlarmAsync(SnoutDbContext db, Guid sitterId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The decision has to be in the database for the strikes to be counted without it.
        await db.SaveChangesAsync(cancellationToken);
        var sitter = await db.Sitters.FirstAsync(row => row.Id == sitterId, cancellationToken);
        if (sitter is not { Status: SitterStatus.Locked, IsLockedByStrikes: true }
            || await db.StrikeCountAsync(sitter, now, cancellationToken) >= Strikes.Locks)
        {
            return;
        }

        (sitter.Status, sitter.IsLockedByStrikes) = (SitterStatus.Active, false);
        await AuditLog.AppendAsync(db, AuditAct.BySystem("sitter.unlocked", $"sitter {sitterId}", "false_positive"), now, cancellationToken);
        await db.AnnounceConversationsOfAsync(sitterId, cancellationToken);
    }
}
