using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sitters;

/// <summary>Lets a sitter see a message, and keeps the head of their conversation in step, in the message's transaction.</summary>
public static class Sharing
{
    /// <summary>
    /// Shares a message in the sitter's conversation on a thread of theirs, which may be another one than the message's
    /// own. A message that is shared already stays as it was. False if it was.
    /// </summary>
    public static async Task<bool> ShareAsync(
        this SnoutDbContext db, Message message, Guid threadId, Guid sitterId, ShareReason reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (db.SharedMessages.Local.Any(row => row.SitterId == sitterId && row.MessageId == message.Id)
            || await db.SharedMessages.AnyAsync(row => row.SitterId == sitterId && row.MessageId == message.Id, cancellationToken))
        {
            return false;
        }

        db.SharedMessages.Add(new SharedMessage
        {
            OrganizationId = db.OrganizationId,
            SitterId = sitterId,
            MessageId = message.Id,
            ThreadId = threadId,
            Reason = reason,
            MessageAt = message.CreatedAt,
            SharedAt = now,
        });
        (await db.ConversationOfAsync(sitterId, threadId, now, cancellationToken)).Add(message);
        return true;
    }

    /// <summary>The sitter's conversation on a thread, made now, empty, if there is none.</summary>
    public static async Task<SitterConversation> ConversationOfAsync(
        this SnoutDbContext db, Guid sitterId, Guid threadId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.SitterConversations.Local.FirstOrDefault(row => row.SitterId == sitterId && row.ThreadId == threadId)
        ?? await db.SitterConversations.FirstOrDefaultAsync(row => row.SitterId == sitterId && row.ThreadId == threadId, cancellationToken)
        ?? db.SitterConversations.Add(new SitterConversation
        {
            OrganizationId = db.OrganizationId,
            SitterId = sitterId,
            ThreadId = threadId,
            LastMessageAt = now,
        }).Entity;

    private static void Add(this SitterConversation conversation, Message message)
    {
        if (message.Direction == Direction.Inbound)
        {
            conversation.InboundCount++;
        }

        if (conversation.LastMessageDirection is null || message.CreatedAt >= conversation.LastMessageAt)
        {
            conversation.LastMessageAt = message.CreatedAt;
            conversation.LastMessageDirection = message.Direction;
            conversation.LastMessagePreview = ThreadHead.PreviewForSitter(message);
        }
    }
}
