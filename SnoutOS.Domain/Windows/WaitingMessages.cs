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
        if (mayStillWrite)
        {
            return;
        }

        var waiting = db.Threads.Where(thread => thread.ClientId == clientId && thread.AwaitsSitterId == sitterId);
        await foreach (var thread in waiting.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            thread.GiveBackToOwner();
            db.Announce(thread.Id);
        }
    }
}
