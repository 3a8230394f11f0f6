using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sitters;

/// <summary>What it means that a sitter has opened a conversation: what waited for them no longer waits.</summary>
internal static class SitterReading
{
    /// <summary>False if there is no such conversation for the sitter, or no such message in it.</summary>
    public static async Task<bool> MarkReadAsync(
        SnoutDbContext db, Actor reader, Guid threadId, Guid? upTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.SitterIdOfAsync(reader, cancellationToken) is not { } sitter
            || await db.VisibleTo(sitter, now).FirstOrDefaultAsync(row => row.ThreadId == threadId, cancellationToken) is not { } conversation)
        {
            return false;
        }

        var unreadAfter = 0;
        if (upTo is not null)
        {
            var shared = db.SharedMessages.Where(row => row.SitterId == sitter && row.ThreadId == threadId);
            if (await shared.FirstOrDefaultAsync(row => row.MessageId == upTo, cancellationToken) is not { } last)
            {
                return false;
            }

            unreadAfter = await shared.CountAsync(
                row => (row.MessageAt > last.MessageAt || (row.MessageAt == last.MessageAt && row.MessageId.CompareTo(last.MessageId) > 0))
                    && db.Messages.Any(message => message.Id == row.MessageId && message.Direction == Direction.Inbound),
                cancellationToken);
        }

        var read = conversation.InboundCount - unreadAfter;
        if (read > conversation.ReadCount)
        {
            conversation.ReadCount = read;
            await OpenAsync(db, sitter, threadId, unreadAfter, cancellationToken);
            db.Announce(threadId);
        }

        return true;
    }

    private static async Task OpenAsync(SnoutDbContext db, Guid sitterId, Guid threadId, int unreadAfter, CancellationToken cancellationToken)
    {
        var thread = await db.Threads.FirstAsync(row => row.Id == threadId, cancellationToken);
        if (thread.AwaitsSitterId == sitterId && unreadAfter == 0)
        {
            (thread.AwaitsSitterSince, thread.AwaitsSitterId) = (null, null);
        }
    }
}
