using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>
/// What a sitter may see of a client's message. Judged for every one, because one that goes to the owner today may be
/// handed over tomorrow; it is counted and flagged only where a sitter was to get it.
/// </summary>
internal static class InboundPolicing
{
    public static async Task<Inspection> InspectAsync(
        SnoutDbContext db, MessageThread thread, Message message, Guid? sitterId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = sitterId is { } sitter ? await db.BetweenAsync(sitter, thread.ClientId, now, cancellationToken) : [];
        var inspection = await Police.OfClientAsync(db, new Suspect(thread.ClientId, message.Body, before), cancellationToken);
        inspection.KeepInbound(db, thread, message, isForSitter: sitterId is not null);
        return inspection;
    }

    /// <summary>The business wants such messages held back from its sitters: the owner decides.</summary>
    public static async Task HoldAsync(
        SnoutDbContext db, MessageThread thread, Message message, Inspection inspection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        message.Status = MessageStatus.Blocked;
        thread.HeldCount++;
        await AuditLog.AppendAsync(db, AuditAct.BySystem("message.blocked", $"message {message.Id}", inspection.Types), now, cancellationToken);
    }

    /// <summary>
    /// A contact card that has come in: what is in it is found like what is typed, and then no sitter sees the card. By now
    /// its message has been delivered, so that where the rules ask for more than hiding it, it is hidden.
    /// </summary>
    public static async Task ReadCardAsync(SnoutDbContext db, MessageMedia media, byte[] bytes, CancellationToken cancellationToken)
    {
        var message = await db.Messages.FirstAsync(row => row.Id == media.MessageId, cancellationToken);
        if (message.Direction != Direction.Inbound || !ContactCards.IsCard(media.ContentType))
        {
            return;
        }

        var thread = await db.Threads.FirstAsync(row => row.Id == message.ThreadId, cancellationToken);
        var suspect = new Suspect(thread.ClientId, "", []) { Attachments = [(media.Position, ContactCards.Read(bytes))] };
        var inspection = (await Police.OfClientAsync(db, suspect, cancellationToken)).AtMost(PoachingAction.Mask);
        var known = await db.MessageFindings.CountAsync(row => row.MessageId == message.Id, cancellationToken);
        inspection.Add(db, message, known);
        media.IsMasked = inspection.Action == PoachingAction.Mask;
        if (inspection.Action != PoachingAction.Off && await db.SharedMessages.AnyAsync(row => row.MessageId == message.Id, cancellationToken))
        {
            thread.IsFlagged = true;
            if (!await db.Violations.AnyAsync(row => row.MessageId == message.Id, cancellationToken))
            {
                db.Violations.Add(inspection.ViolationOf(message, thread.ClientId, sitterId: null)!);
            }
        }
    }
}
