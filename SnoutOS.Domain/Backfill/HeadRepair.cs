using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Backfill;

/// <summary>Counts the heads of conversations again, from the messages themselves.</summary>
internal static class HeadRepair
{
    public static async Task RecountThreadsAsync(SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var thread in await db.Threads.ToListAsync(cancellationToken))
        {
            var messages = db.Messages.Where(row => row.ThreadId == thread.Id);
            thread.MessageCount = await messages.CountAsync(cancellationToken);
            thread.InboundCount = await messages.CountAsync(row => row.Direction == Direction.Inbound, cancellationToken);
            thread.LastOutboundAt = await LastOutboundAsync(db, messages, cancellationToken);
            var newest = await NewestAsync(messages, cancellationToken);
            (thread.LastMessageAt, thread.LastMessageDirection, thread.LastMessagePreview) = newest is null
                ? (thread.CreatedAt, (Direction?)null, "")
                : (newest.CreatedAt, newest.Direction, ThreadHead.PreviewOf(newest));
            foreach (var read in await db.ThreadReads.Where(row => row.ThreadId == thread.Id).ToListAsync(cancellationToken))
            {
                read.InboundCount = Math.Clamp(read.InboundCount, 0, thread.InboundCount);
            }

            TellOfChange(db, thread);
        }
    }

    /// <summary>When the business last wrote, or let a message go that it had held back.</summary>
    private static Task<DateTimeOffset?> LastOutboundAsync(SnoutDbContext db, IQueryable<Message> messages, CancellationToken cancellationToken) => (
        from row in messages
        join entry in db.Outbox on row.Id equals entry.MessageId into entries
        from entry in entries.DefaultIfEmpty()
        where row.Direction == Direction.Outbound && row.Purpose != MessagePurpose.Note
            && row.Status != MessageStatus.Blocked && row.Status != MessageStatus.Dismissed && (entry == null || entry.State != OutboxState.Held)
        select entry != null && entry.CreatedAt > row.CreatedAt ? (DateTimeOffset?)entry.CreatedAt : row.CreatedAt)
        .MaxAsync(cancellationToken);

    public static async Task RecountConversationsAsync(SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seen = await db.SharedMessages.Select(row => new { row.SitterId, row.ThreadId }).Distinct().ToListAsync(cancellationToken);
        foreach (var place in seen)
        {
            await db.ConversationOfAsync(place.SitterId, place.ThreadId, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var conversation in await db.SitterConversations.ToListAsync(cancellationToken))
        {
            var messages = db.MessagesSharedWith(conversation.SitterId, conversation.ThreadId);
            var newest = await NewestAsync(messages, cancellationToken);
            conversation.InboundCount = await messages.CountAsync(row => row.Direction == Direction.Inbound, cancellationToken);
            conversation.ReadCount = Math.Clamp(conversation.ReadCount, 0, conversation.InboundCount);
            (conversation.LastMessageAt, conversation.LastMessageDirection, conversation.LastMessagePreview) = newest is null
                ? (conversation.LastMessageAt, (Direction?)null, "")
                : (newest.CreatedAt, newest.Direction, ThreadHead.PreviewForSitter(newest));
        }
    }

    /// <summary>What waits for nobody in particular waits for the owner.</summary>
    public static async Task GiveToOwnerAsync(SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lost = await db.Threads.Where(thread => (thread.AwaitsSitterSince == null) != (thread.AwaitsSitterId == null)
            || thread.AwaitsSitterId != null && !db.Sitters.Any(sitter => sitter.Id == thread.AwaitsSitterId)).ToListAsync(cancellationToken);
        foreach (var thread in lost)
        {
            thread.GiveBackToOwner();
            TellOfChange(db, thread);
        }
    }

    private static Task<Message?> NewestAsync(IQueryable<Message> messages, CancellationToken cancellationToken) =>
        messages.AsNoTracking().Include(row => row.Media)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);

    private static void TellOfChange(SnoutDbContext db, MessageThread thread)
    {
        if (db.Entry(thread).State == EntityState.Modified)
        {
            db.Announce(thread.Id);
        }
    }
}
