using Microsoft.EntityFrameworkCore;
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

    /// <summary>First objection first; null when the sitter may write by the standing of their windows on the thread.</summary>
    public static SendVerdict? Objection(Sitter sitter, WindowStanding standing) =>
        sitter.Status == SitterStatus.Locked ? new SendVerdict.SitterLocked()
        : standing.IsActive ? null
        : new SendVerdict.WindowClosed(standing.NextOpensAt);

    /// <summary>
    /// Until when a message that was written inside a window may still leave; null when it may not leave any more: no
    /// window covers it, ended or cancelled, or the sitter is locked or gone.
    /// </summary>
    public static async Task<DateTimeOffset?> LeavesUntilAsync(
        SnoutDbContext db, Guid sitterId, Guid clientId, MessageNumber number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = await db.Sitters.Where(row => row.Id == sitterId).Select(row => row.Status).FirstAsync(cancellationToken);
        var spans = await db.SpansAsync(number, clientId, sitterId, now - Grace, cancellationToken);
        var closes = WindowUnion.At(now, spans).ClosesAt ?? WindowUnion.At(now - Grace, spans).ClosesAt;
        return status == SitterStatus.Active ? closes + Grace : null;
    }
}
