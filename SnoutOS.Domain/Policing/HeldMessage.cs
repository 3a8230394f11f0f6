using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>
/// A message that waits for the owner's decision, with all that the decision changes: blocked, and then it has a
/// violation, or waiting for approval, and then it has an entry in the outbox.
/// </summary>
internal sealed record HeldMessage(
    SnoutDbContext Db, Message Message, MessageThread Thread, Violation? Violation, OutboxEntry? Entry, Actor Actor, string Reason, DateTimeOffset Now)
{
    /// <summary>Null when the message is not held back.</summary>
    public static async Task<HeldMessage?> OfAsync(
        SnoutDbContext db, Message message, Actor actor, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = message.Status == MessageStatus.Queued
            ? await db.Outbox.FirstOrDefaultAsync(row => row.MessageId == message.Id && row.State == OutboxState.Held, cancellationToken)
            : null;
        if (message.Status != MessageStatus.Blocked && entry is null)
        {
            return null;
        }

        return new HeldMessage(
            db,
            message,
            await db.Threads.FirstAsync(row => row.Id == message.ThreadId, cancellationToken),
            await db.Violations.FirstOrDefaultAsync(row => row.MessageId == message.Id, cancellationToken),
            entry,
            actor,
            reason,
            now);
    }

    /// <summary>Writes the decision down, once and for all.</summary>
    public async Task CloseAsync(string action, ViolationOutcome outcome, CancellationToken cancellationToken)
    {
        if (Violation is { Action: PoachingAction.Block } violation)
        {
            (violation.Outcome, violation.DecidedAt, violation.DecidedByUserId, violation.Reason) = (outcome, Now, Actor.UserId, Reason);
        }

        await Db.DecideAsync(Thread, Message, cancellationToken);
        var act = AuditAct.By(Actor, action, $"message {Message.Id}", Violation?.Types ?? "", Reason);
        await AuditLog.AppendAsync(Db, act, Now, cancellationToken);
        Db.Announce(Thread.Id);
    }

    /// <summary>The owner wants the other side to see all of it.</summary>
    public async Task RevealAsync(CancellationToken cancellationToken)
    {
        Message.MaskedBody = null;
        foreach (var finding in await Db.MessageFindings.Where(row => row.MessageId == Message.Id && row.RevealedAt == null).ToListAsync(cancellationToken))
        {
            finding.RevealedAt = Now;
        }
    }

    /// <summary>Puts the numbers and sites that were found in the text on the allow-list; what is neither stays off it.</summary>
    public async Task AllowWhatWasFoundAsync(CancellationToken cancellationToken)
    {
        var found = await Db.MessageFindings.AsNoTracking()
            .Where(row => row.MessageId == Message.Id && row.Attachment == null
                && (row.Type == FindingType.PhoneNumber || row.Type == FindingType.Email || row.Type == FindingType.Url))
            .ToListAsync(cancellationToken);
        foreach (var finding in found)
        {
            var text = Message.Body.Substring(finding.Start, finding.Length);
            await AllowedContacts.AddAsync(Db, Actor, text, "", evenSomebodys: false, Now, cancellationToken);
        }
    }
}
