using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Inbox;

/// <summary>An attachment's bytes and the type that the bytes show.</summary>
public sealed record StoredMedia(byte[] Bytes, string ContentType);

/// <summary>Reads the bytes of an attachment that has been stored.</summary>
public sealed class MediaReader(SnoutDb database)
{
    /// <summary>Null when the organization has no such attachment, or its bytes have not come.</summary>
    public async Task<StoredMedia?> ReadAsync(Guid organizationId, Guid messageId, int position, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(organizationId);
        return await (
            from media in db.Media
            where media.MessageId == messageId && media.Position == position && media.State == MediaState.Stored
            join content in db.MediaContents on new { media.MessageId, media.Position } equals new { content.MessageId, content.Position }
            select new StoredMedia(content.Bytes, media.ContentType))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
