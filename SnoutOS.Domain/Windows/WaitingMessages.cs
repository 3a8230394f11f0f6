using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Windows;

/// <summary>What was routed to a sitter and waits to be opened does not wait for somebody who can no longer answer.</summary>
internal static class WaitingMessages
{
    /// <summary>Gives the owner what waits for a sitter without an active window with that client. The windows must be saved.</summary>
    public static async Task GiveToOwnerAsync(
        this SnoutDbContext db, Guid clientId, Guid sitterId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mayStillWrite = await db.Windows.AnyAsync(
            window => window.ClientId == clientId && window.SitterId == sitterId && window.CancelledAt == null
                && window.OpensAt <= now && now < window.ClosesAt,
            cancellationToken);
        if (!mayStillWrite)
        {
            await GiveAsync(db, WaitingFor(db, sitterId).Where(thread => thread.ClientId == clientId), cancellationToken);
        }
    }

    /// <summary>Gives the owner everything that waits for a sitter who reads nothing any more.</summary>
    public static Task GiveAllToOwnerAsync(this SnoutDbContext db, Guid sitterId, CancellationToken cancellationToken) =>
        GiveAsync(db, WaitingFor(db, sitterId), cancellationToken);

    /// <summary>The conversations in which something waits to be opened by the sitter.</summary>
    public static IQueryable<MessageThread> WaitingFor(SnoutDbContext db, Guid sitterId) =>
        db.Threads.Where(thread => thread.AwaitsSitterSince != null && thread.AwaitsSitterId == sitterId);

    private static async Task GiveAsync(SnoutDbContext db, IQueryable<MessageThread> waiting, CancellationToken cancellationToken)
    {
        foreach (var thread in await waiting.ToListAsync(cancellationToken))
        {
            thread.GiveBackToOwner();
            db.Announce(thread.Id);
        }
    }
}
