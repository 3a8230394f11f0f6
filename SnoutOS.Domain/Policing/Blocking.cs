using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Policing;

/// <summary>Where a sitter stands after a message of theirs was held back.</summary>
public enum StrikeStanding
{
    Warned,

    /// <summary>One more strike pauses their messaging.</summary>
    NextPauses,

    /// <summary>This one paused it.</summary>
    Paused,
}

/// <summary>
/// Holds a sitter's message back: stored whole, never delivered, shown to the owner at once, audited with its types. The
/// second strike raises an alert, the third pauses the sitter's messaging; all in the message's own transaction.
/// </summary>
internal static class Blocking
{
    public static async Task<StrikeStanding> BlockAsync(
        SnoutDbContext db, Actor author, MessageThread thread, Sitter sitter, Message message, Inspection inspection, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        message.Status = MessageStatus.Blocked;
        db.Messages.Add(message);
        inspection.Keep(db, message);
        var before = await db.StrikeCountAsync(sitter, now, cancellationToken);
        var strike = await db.StrikeOfAsync(sitter.Id, thread.ClientId, message.Id, now, cancellationToken);
        var isAnother = strike == message.Id || !await db.StrikesOf(sitter, now).AnyAsync(known => known == strike, cancellationToken);
        db.Violations.Add(inspection.ViolationOf(message, thread.ClientId, sitter.Id, strike)!);
        thread.Hold(message);
        var act = AuditAct.By(author, "message.blocked", $"message {message.Id}", inspection.Types);
        await AuditLog.AppendAsync(db, act, now, cancellationToken);
        db.Announce(thread.Id);
        return await StandAsync(db, sitter, isAnother ? before + 1 : before, isAnother, now, cancellationToken);
    }

    private static async Task<StrikeStanding> StandAsync(
        SnoutDbContext db, Sitter sitter, int strikes, bool isAnother, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var types = string.Create(CultureInfo.InvariantCulture, $"strikes:{strikes}");
        if (strikes >= Strikes.Locks)
        {
            (sitter.Status, sitter.IsLockedByStrikes) = (SitterStatus.Locked, true);
            await AuditLog.AppendAsync(db, AuditAct.BySystem("sitter.locked", $"sitter {sitter.Id}", types), now, cancellationToken);
            await db.AnnounceConversationsOfAsync(sitter.Id, cancellationToken);
            await db.GiveAllToOwnerAsync(sitter.Id, cancellationToken);
            return StrikeStanding.Paused;
        }

        if (strikes == Strikes.Alerts && isAnother)
        {
            await AuditLog.AppendAsync(db, AuditAct.BySystem("alert.second_strike", $"sitter {sitter.Id}", types), now, cancellationToken);
        }

        return strikes >= Strikes.Alerts ? StrikeStanding.NextPauses : StrikeStanding.Warned;
    }
}
