using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// When a sitter may write: not locked, on a thread that is theirs, while a window of theirs is active on it. Judged
/// at the instant of commit, and once more as the message leaves.
/// </summary>
public static class SitterGate
{
    /// <summary>How long after a window's end a message that was written inside it may still leave.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>The sitter who signs in as this user; null for anybody else.</summary>
    public static Task<Sitter?> SitterOfAsync(this SnoutDbContext db, Actor actor, CancellationToken cancellationToken) =>
        db.Sitters.FirstOrDefaultAsync(sitter => sitter.UserId == actor.UserId && sitter.Status != SitterStatus.Offboarded, cancellationToken);

    /// <summary>
    /// Whether a thread has ever been the sitter's: one of their conversations, or on their number. The front desk never
    /// is. Whose it is not, is not told that it exists.
    /// </summary>
    public static async Task<bool> KnowsAsync(
        SnoutDbContext db, Guid sitterId, MessageThread thread, MessageNumber number, CancellationToken cancellationToken) =>
        number.Class != NumberClass.FrontDesk
        && (number.SitterId == sitterId
            || await db.SitterConversations.AnyAsync(row => row.SitterId == sitterId && row.ThreadId == thread.Id, cancellationToken)
            || await db.WindowsOn(number, thread.ClientId).AnyAsync(window => window.SitterId == sitterId, cancellationToken));

    /// <summary>First objection first; null when the sitter may write now.</summary>
    public static async Task<SendVerdict?> ObjectionAsync(
        SnoutDbContext db, Sitter sitter, MessageThread thread, MessageNumber number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (sitter.Status == SitterStatus.Locked)
        {
            return new SendVerdict.SitterLocked();
        }

        var standing = await db.StandingAsync(number, thread.ClientId, sitter.Id, now, cancellationToken);
        return standing.IsActive ? null : new SendVerdict.WindowClosed(standing.NextOpensAt);
    }

    /// <summary>
    /// Until when a message that may be written now may leave; null when it may not leave any more: no window, ended or
    /// cancelled, covers it.
    /// </summary>
    public static async Task<DateTimeOffset?> LeavesUntilAsync(
        SnoutDbContext db, Guid sitterId, Guid clientId, MessageNumber number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = await db.Sitters.Where(row => row.Id == sitterId).Select(row => row.Status).FirstAsync(cancellationToken);
        var spans = await db.WindowsOn(number, clientId)
            .Where(window => window.SitterId == sitterId && window.ClosesAt > now - Grace)
            .Select(window => new WindowSpan(window.OpensAt, window.ClosesAt))
            .ToListAsync(cancellationToken);
        var closes = WindowUnion.At(now, spans).ClosesAt ?? WindowUnion.At(now - Grace, spans).ClosesAt;
        return status == SitterStatus.Active ? closes + Grace : null;
    }
}
