using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>A thread after something that was held back on it waits no more.</summary>
internal static class HeldThreads
{
    public static async Task DecideAsync(this SnoutDbContext db, MessageThread thread, Message message, CancellationToken cancellationToken) =>
        thread.Decide(await NothingElseWaitsAsync(db, thread, message, cancellationToken));

    /// <summary>
    /// Whether the owner has nothing more to do there: it came to wait with a message that was held back, and since then no
    /// client has written to the owner, or to a sitter who cannot answer any more.
    /// </summary>
    private static async Task<bool> NothingElseWaitsAsync(
        SnoutDbContext db, MessageThread thread, Message message, CancellationToken cancellationToken)
    {
        if (thread is not { NeedsOwnerSince: { } since, HasFailedSend: false, HasOfficeNote: false })
        {
            return false;
        }

        var answered = thread.LastOutboundAt ?? default;
        return await db.Messages.AnyAsync(
                row => row.ThreadId == thread.Id && row.CreatedAt == since
                    && (row.Id == message.Id || (row.AuthorKind == AuthorKind.Sitter && row.Purpose == MessagePurpose.Conversation)),
                cancellationToken)
            && !await db.RoutingDecisions.AnyAsync(
                row => row.ThreadId == thread.Id
                    && ((row.Target == RoutingTarget.OwnerInbox && row.DecidedAt >= since)
                        || (row.DecidedAt > answered && db.Sitters.Any(sitter => sitter.Id == row.SitterId && sitter.Status == SitterStatus.Locked))),
                cancellationToken);
    }
}
