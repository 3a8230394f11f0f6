using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Inbox;

/// <summary>
/// Reads conversations, shaped for the page: no tracking, keyset paging, one query for a list. Every call checks again
/// who is asking; a thread of another organization, or one that is not the reader's to see, is not found.
/// </summary>
public sealed class InboxReader(SnoutDb database)
{
    public const int MaxPageSize = 100;

    public const int UnreadHorizon = 200;

    /// <summary>Conversations, the one with the newest message first.</summary>
    public async Task<Page<ThreadSummary>> ThreadsAsync(
        Actor reader, ThreadFilter filter, PageCursor? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var rows = await db.Threads.SeenBy(reader).Matching(db, filter).After(after)
            .OrderByDescending(thread => thread.LastMessageAt).ThenByDescending(thread => thread.Id)
            .Take(limit + 1)
            .Summaries(db, reader.UserId)
            .ToListAsync(cancellationToken);
        return Paging.Cut(rows, limit, row => new PageCursor(row.LastMessageAt, row.Id));
    }

    /// <summary>One conversation's header; null if there is none by this id in the reader's organization.</summary>
    public async Task<ThreadSummary?> ThreadAsync(Actor reader, Guid threadId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Threads.SeenBy(reader).Where(thread => thread.Id == threadId)
            .Summaries(db, reader.UserId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>A conversation's messages, newest first; empty for a thread that is not the reader's to see.</summary>
    public async Task<Page<MessageView>> MessagesAsync(
        Actor reader, Guid threadId, PageCursor? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var rows = await db.Messages.SeenBy(reader).Where(message => message.ThreadId == threadId).After(after)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Take(limit + 1)
            .Views(db)
            .ToListAsync(cancellationToken);
        return Paging.Cut(rows, limit, row => new PageCursor(row.CreatedAt, row.Id));
    }

    /// <summary>One message; null if there is none by this id in the reader's organization.</summary>
    public async Task<MessageView?> MessageAsync(Actor reader, Guid messageId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Messages.SeenBy(reader).Where(message => message.Id == messageId).Views(db).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>How many conversations wait for the owner: the badge of the owner inbox.</summary>
    public async Task<int> NeedsOwnerCountAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Threads.SeenBy(reader).CountAsync(thread => thread.NeedsOwnerSince != null, cancellationToken);
    }

    /// <summary>
    /// In how many of the <see cref="UnreadHorizon"/> newest conversations something is unread: the number in the page's
    /// title. Bounded, so that it costs the same for an organization of any age.
    /// </summary>
    public async Task<int> UnreadCountAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Threads.Matching(db, new ThreadFilter())
            .OrderByDescending(thread => thread.LastMessageAt).ThenByDescending(thread => thread.Id)
            .Take(UnreadHorizon)
            .CountAsync(
                thread => thread.InboundCount > (db.ThreadReads
                    .Where(read => read.ThreadId == thread.Id && read.UserId == reader.UserId)
                    .Select(read => (int?)read.InboundCount).FirstOrDefault() ?? 0),
                cancellationToken);
    }
}
