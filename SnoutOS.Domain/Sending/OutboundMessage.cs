using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>Turns an allowed wish to send into the rows that are stored.</summary>
internal static class OutboundMessage
{
    /// <summary>The message as it would leave, with what has to stand before it.</summary>
    public static async Task<Message> ComposeAsync(
        SnoutDbContext db, SendRequest request, SendParties parties, CancellationToken cancellationToken)
    {
        var introduction = await Introduction.ForAsync(db, request, parties.Thread, parties.Sitter, cancellationToken);
        var message = From(request, introduction, parties.Now);
        if (message.Media.Count == 0 && request.RetryOfId is { } failed)
        {
            await TakeOverMediaAsync(db, message, failed, cancellationToken);
        }

        return message;
    }

    private static Message From(SendRequest request, string introduction, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        return new Message
        {
            OrganizationId = request.Author.OrganizationId,
            Id = id,
            ThreadId = request.ThreadId,
            Direction = Direction.Outbound,
            AuthorKind = KindOf(request.Author.Role),
            AuthorUserId = request.Author.UserId,
            AuthorName = request.Author.Name,
            Introduction = introduction,
            Body = request.Body,
            Purpose = request.Purpose,
            Status = MessageStatus.Queued,
            CreatedAt = now,
            Segments = SmsSegments.Count(introduction + request.Body),
            RetryOfId = request.RetryOfId,
            IdempotencyKey = request.IdempotencyKey,
            Media = [.. (request.Attachments ?? []).Select((attachment, position) => new MessageMedia
            {
                OrganizationId = request.Author.OrganizationId,
                MessageId = id,
                Position = position,
                State = MediaState.Stored,
                ContentType = MediaTypes.Sniff(attachment.Bytes)!,
                SizeInBytes = attachment.Bytes.Length,
            })],
        };
    }

    public static IEnumerable<MediaContent> ContentsOf(SendRequest request, Message message) =>
        (request.Attachments ?? []).Select((attachment, position) => new MediaContent
        {
            OrganizationId = message.OrganizationId,
            MessageId = message.Id,
            Position = position,
            Bytes = attachment.Bytes,
        });

    /// <summary>A retry carries the attachments of the message that failed.</summary>
    private static async Task TakeOverMediaAsync(SnoutDbContext db, Message message, Guid failedId, CancellationToken cancellationToken)
    {
        var stored = await db.Media.AsNoTracking()
            .Where(media => media.MessageId == failedId && media.State == MediaState.Stored)
            .Join(
                db.MediaContents,
                media => new { media.MessageId, media.Position },
                content => new { content.MessageId, content.Position },
                (media, content) => new { media.Position, media.ContentType, media.SizeInBytes, content.Bytes })
            .ToListAsync(cancellationToken);
        foreach (var media in stored)
        {
            message.Media.Add(new MessageMedia
            {
                OrganizationId = message.OrganizationId,
                MessageId = message.Id,
                Position = media.Position,
                State = MediaState.Stored,
                ContentType = media.ContentType,
                SizeInBytes = media.SizeInBytes,
            });
            db.MediaContents.Add(new MediaContent
            {
                OrganizationId = message.OrganizationId,
                MessageId = message.Id,
                Position = media.Position,
                Bytes = media.Bytes,
            });
        }
    }

    private static AuthorKind KindOf(Role role) => role switch
    {
        Role.Owner => AuthorKind.Owner,
        Role.Admin => AuthorKind.Admin,
        Role.Sitter => AuthorKind.Sitter,
    };
}
