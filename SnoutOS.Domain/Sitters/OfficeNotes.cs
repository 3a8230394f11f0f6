using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sitters;

/// <summary>What became of a note to the office. The cases are closed.</summary>
public abstract record OfficeNoteResult
{
    private OfficeNoteResult()
    {
    }

    public sealed record Left(Guid MessageId) : OfficeNoteResult;

    public sealed record BodyEmpty : OfficeNoteResult;

    /// <summary>Longer than <see cref="MessageSender.MaxBodyLength"/> UTF-16 units.</summary>
    public sealed record BodyTooLong(int Length) : OfficeNoteResult;

    /// <summary>No such conversation for the sitter.</summary>
    public sealed record ThreadNotFound : OfficeNoteResult;
}

/// <summary>
/// Lets a sitter tell the office something about a conversation, window or not, locked or not: an internal note, urgent
/// in the owner inbox, never a text.
/// </summary>
public sealed class OfficeNotes(Writer writer, TimeProvider clock)
{
    public async Task<OfficeNoteResult> LeaveAsync(Actor author, Guid threadId, string body, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return new OfficeNoteResult.BodyEmpty();
        }

        return body.Length > MessageSender.MaxBodyLength
            ? new OfficeNoteResult.BodyTooLong(body.Length)
            : await writer.CommitAsync(author.OrganizationId, db => WriteAsync(db, author, threadId, body, cancellationToken), cancellationToken);
    }

    private async Task<OfficeNoteResult> WriteAsync(
        SnoutDbContext db, Actor author, Guid threadId, string body, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sitter = await db.SitterOfAsync(author, cancellationToken);
        var thread = await db.Threads.FindAsync([author.OrganizationId, threadId], cancellationToken);
        var number = thread is null ? null : await db.Numbers.FindAsync([author.OrganizationId, thread.NumberId], cancellationToken);
        if (sitter is null || thread is null || !await SitterGate.KnowsAsync(db, sitter.Id, thread, number!, cancellationToken))
        {
            return new OfficeNoteResult.ThreadNotFound();
        }

        var note = new Message
        {
            OrganizationId = author.OrganizationId,
            Id = Guid.CreateVersion7(now),
            ThreadId = threadId,
            Direction = Direction.Outbound,
            AuthorKind = AuthorKind.Sitter,
            AuthorUserId = author.UserId,
            AuthorName = author.Name,
            Body = body,
            Purpose = MessagePurpose.Note,
            Status = MessageStatus.Received,
            CreatedAt = now,
        };
        db.Messages.Add(note);
        thread.NoteForOffice(note);
        await db.ShareAsync(note, threadId, sitter.Id, ShareReason.Wrote, now, cancellationToken);
        db.Announce(threadId);
        return new OfficeNoteResult.Left(note.Id);
    }
}
