using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sitters;

namespace SnoutOS.Domain.Threads;

/// <summary>What a user does to a thread without writing on it: read it, handle it, keep a draft.</summary>
public sealed class ThreadCare(SnoutDb database, Writer writer, TimeProvider clock)
{
    /// <summary>Marks everything up to the thread's newest message as read by this user. False if there is no such thread.</summary>
    public Task<bool> MarkReadAsync(Actor reader, Guid threadId, CancellationToken cancellationToken) =>
        MarkReadAsync(reader, threadId, upTo: null, cancellationToken);

    /// <summary>
    /// Marks everything up to one message as read, or up to the newest without one. What was read stays read. False if
    /// there is no such thread, or no such message on it.
    /// </summary>
    public Task<bool> MarkReadAsync(Actor reader, Guid threadId, Guid? upTo, CancellationToken cancellationToken) =>
        writer.CommitAsync(reader.OrganizationId, async db =>
        {
            if (!reader.SeesEverything)
            {
                return await SitterReading.MarkReadAsync(db, reader, threadId, upTo, clock.GetUtcNow(), cancellationToken);
            }

            if (await InboundCountAsync(db, threadId, upTo, cancellationToken) is not { } inboundCount)
            {
                return false;
            }

            var mark = await db.ThreadReads.FirstOrDefaultAsync(
                row => row.ThreadId == threadId && row.UserId == reader.UserId, cancellationToken);
            if (mark is null)
            {
                mark = new ThreadRead { OrganizationId = reader.OrganizationId, UserId = reader.UserId, ThreadId = threadId };
                db.ThreadReads.Add(mark);
            }

            if (mark.InboundCount < inboundCount || mark.ReadAt == default)
            {
                mark.InboundCount = inboundCount;
                mark.ReadAt = clock.GetUtcNow();
                db.Announce(threadId);
            }

            return true;
        }, cancellationToken);

    /// <summary>Takes a thread out of the owner inbox without an answer. False if there is no such thread.</summary>
    public Task<bool> MarkHandledAsync(Actor actor, Guid threadId, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var thread = await db.Threads.FirstOrDefaultAsync(row => row.Id == threadId, cancellationToken);
            if (thread is null)
            {
                return false;
            }

            thread.Settle();
            db.Announce(threadId);
            return true;
        }, cancellationToken);

    public async Task<string> DraftAsync(Actor author, Guid threadId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(author.OrganizationId);
        return await db.Drafts.AsNoTracking()
            .Where(draft => draft.ThreadId == threadId && draft.UserId == author.UserId)
            .Select(draft => draft.Body)
            .FirstOrDefaultAsync(cancellationToken) ?? "";
    }

    /// <summary>Keeps what a user has typed, so that it outlives the page and the circuit. An empty body forgets it.</summary>
    public Task SaveDraftAsync(Actor author, Guid threadId, string body, CancellationToken cancellationToken) =>
        writer.CommitAsync(author.OrganizationId, async db =>
        {
            var draft = await db.Drafts.FirstOrDefaultAsync(
                row => row.ThreadId == threadId && row.UserId == author.UserId, cancellationToken);
            switch (draft, body.Length)
            {
                case (null, > 0) when await db.Threads.AnyAsync(row => row.Id == threadId, cancellationToken):
                    draft = new Draft { OrganizationId = author.OrganizationId, UserId = author.UserId, ThreadId = threadId };
                    db.Drafts.Add(draft);
                    break;
                case (not null, 0):
                    db.Drafts.Remove(draft);
                    return;
            }

            if (draft is not null)
            {
                draft.Body = body;
                draft.UpdatedAt = clock.GetUtcNow();
            }
        }, cancellationToken);

    /// <summary>How many inbound messages the thread has up to one message; null when either does not exist.</summary>
    private static async Task<int?> InboundCountAsync(
        SnoutDbContext db, Guid threadId, Guid? upTo, CancellationToken cancellationToken)
    {
        var thread = await db.Threads.AsNoTracking().FirstOrDefaultAsync(row => row.Id == threadId, cancellationToken);
        if (thread is null || upTo is null)
        {
            return thread?.InboundCount;
        }

        var last = await db.Messages.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == upTo && row.ThreadId == threadId, cancellationToken);

        // The few after it are quicker to count than the many before it.
        return last is null
            ? null
            : thread.InboundCount - await db.Messages.CountAsync(
                row => row.ThreadId == threadId && row.Direction == Direction.Inbound
                    && (row.CreatedAt > last.CreatedAt || (row.CreatedAt == last.CreatedAt && row.Id.CompareTo(last.Id) > 0)),
                cancellationToken);
    }
}
