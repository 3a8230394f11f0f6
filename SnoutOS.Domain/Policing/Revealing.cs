using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

public enum RevealResult
{
    Revealed,

    /// <summary>No such message, or no such finding in it.</summary>
    NotFound,

    /// <summary>The sitter sees it already.</summary>
    NotHidden,
}

/// <summary>Lets a sitter see what was masked in a client's message: one finding at a time, audited.</summary>
public sealed class Revealing(Writer writer, TimeProvider clock)
{
    public Task<RevealResult> RevealAsync(Actor actor, Guid messageId, int position, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var message = await db.Messages.Include(row => row.Media).FirstOrDefaultAsync(row => row.Id == messageId, cancellationToken);
            var findings = await db.MessageFindings.Where(row => row.MessageId == messageId).ToListAsync(cancellationToken);
            if (message is not { Direction: Direction.Inbound } || findings.Find(row => row.Position == position) is not { } finding)
            {
                return RevealResult.NotFound;
            }

            if (!finding.IsHidden)
            {
                return RevealResult.NotHidden;
            }

            finding.RevealedAt = clock.GetUtcNow();
            message.MaskedBody = Masking.Of(message.Body, findings);
            foreach (var media in message.Media.Where(media => media.Position == finding.Attachment))
            {
                media.IsMasked = findings.Exists(row => row.Attachment == media.Position && row.IsHidden);
            }

            await PreviewAsync(db, message, cancellationToken);
            var act = AuditAct.By(actor, "message.span_revealed", $"message {messageId}", TagWords.Of(finding.Type));
            await AuditLog.AppendAsync(db, act, clock.GetUtcNow(), cancellationToken);
            return RevealResult.Revealed;
        }, cancellationToken);

    /// <summary>The rows of the sitters who see the message show it anew.</summary>
    private static async Task PreviewAsync(SnoutDbContext db, Message message, CancellationToken cancellationToken)
    {
        db.Announce(message.ThreadId);
        var conversations = await (
            from shared in db.SharedMessages
            where shared.MessageId == message.Id
            join conversation in db.SitterConversations
                on new { shared.SitterId, shared.ThreadId } equals new { conversation.SitterId, conversation.ThreadId }
            select conversation).ToListAsync(cancellationToken);
        foreach (var conversation in conversations)
        {
            db.Announce(conversation.ThreadId);
            if (conversation.LastMessageAt == message.CreatedAt)
            {
                conversation.LastMessagePreview = ThreadHead.PreviewForSitter(message);
            }
        }
    }
}
