using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Simulator.Demo;

/// <summary>Writes a message of the business with its outbox entry, long since settled.</summary>
internal sealed class DemoOutbound(SnoutDbContext db)
{
    private static readonly TimeSpan UntilSent = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UntilDelivered = TimeSpan.FromSeconds(3);

    /// <param name="sitterId">The author as a sitter; null for the office.</param>
    public async Task WriteAsync(
        DemoLine line, DateTimeOffset at, MessageThread thread, ClientPhone phone, User author, Guid? sitterId, CancellationToken cancellationToken)
    {
        var message = MessageOf(line, at, thread, author);
        db.Messages.Add(message);
        if (line.Status is MessageStatus.Blocked)
        {
            await HoldAsync(message, thread, phone.ClientId, author, sitterId!.Value, cancellationToken);
            return;
        }

        db.Outbox.Add(new OutboxEntry
        {
            OrganizationId = db.OrganizationId,
            MessageId = message.Id,
            NumberId = thread.NumberId,
            ClientPhoneId = phone.Id,
            SitterId = sitterId,
            State = OutboxState.Settled,
            CreatedAt = at,
            NextAttemptAt = at,
            Attempts = 1,
            SubmittedAt = at,
            ValidUntil = at + MessageSender.Validity,
        });
        if (sitterId is { } sitter)
        {
            thread.SendFromSitter(message);
            await db.ShareAsync(message, thread.Id, sitter, ShareReason.Wrote, at, cancellationToken);
        }
        else
        {
            thread.Send(message);
        }

        if (line.Status is MessageStatus.Failed or MessageStatus.Undelivered)
        {
            thread.ReportFailure(at + UntilDelivered);
        }
    }

    /// <summary>It never left, and was a strike.</summary>
    private async Task HoldAsync(
        Message message, MessageThread thread, Guid clientId, User author, Guid sitterId, CancellationToken cancellationToken)
    {
        var inspection = await Police.OfSitterAsync(db, new Suspect(clientId, message.Body, []), cancellationToken);
        inspection.Keep(db, message);
        db.Violations.Add(inspection.ViolationOf(message, clientId, sitterId, strikeId: message.Id)!);
        thread.Hold(message);
        var actor = new Actor(db.OrganizationId, author.Id, author.Name, author.Role);
        var act = AuditAct.By(actor, "message.blocked", $"message {message.Id}", inspection.Types);
        await AuditLog.AppendAsync(db, act, message.CreatedAt, cancellationToken);
    }

    private Message MessageOf(DemoLine line, DateTimeOffset at, MessageThread thread, User author) => new()
    {
        OrganizationId = db.OrganizationId,
        Id = Guid.CreateVersion7(at),
        ThreadId = thread.Id,
        Direction = Direction.Outbound,
        AuthorKind = KindOf(author.Role),
        AuthorUserId = author.Id,
        AuthorName = author.Name,
        Body = line.Body,
        Purpose = line.Purpose,
        Status = line.Status,
        ErrorCode = line.ErrorCode,
        CreatedAt = at,
        SentAt = line.Status is MessageStatus.Failed or MessageStatus.Blocked ? null : at + UntilSent,
        DeliveredAt = line.Status is MessageStatus.Delivered ? at + UntilDelivered : null,
        Segments = SmsSegments.Count(line.Body),
        ProviderSid = line.Status is MessageStatus.Blocked ? null : $"SM{Guid.CreateVersion7(at):N}",
    };

    private static AuthorKind KindOf(Role role) => role switch
    {
        Role.Owner => AuthorKind.Owner,
        Role.Admin => AuthorKind.Admin,
        Role.Sitter => AuthorKind.Sitter,
    };
}
