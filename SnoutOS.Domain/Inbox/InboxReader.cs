using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Inbox;

/// <summary>
/// Reads conversations, shaped for the page: no tracking, keyset paging, a fixed number of queries for a list. Every
/// call checks again who is asking; a thread of another organization, or one that is not the reader's to see, is not
/// found. For a sitter everything is read from what was shared with them (<see cref="SitterInbox"/>).
/// </summary>
public sealed class InboxReader(SnoutDb database, TimeProvider clock)
{
    public const int MaxPageSize = 100;

    public const int UnreadHorizon = 200;

    /// <summary>Conversations, the one with the newest message first.</summary>
    public async Task<Page<ThreadSummary>> ThreadsAsync(
        Actor reader, ThreadFilter filter, PageCursor? after, int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        var rows = reader.SeesEverything
            ? await db.WithWindowsAsync(
                await db.Threads.Matching(db, filter, now).After(after)
                    .OrderByDescending(thread => thread.LastMessageAt).ThenByDescending(thread => thread.Id)
                    .Take(limit + 1)
                    .Summaries(db, reader.UserId, now)
                    .ToListAsync(cancellationToken),
                sitterId: null, now, cancellationToken)
            : await SitterThreadsAsync(db, reader, filter, after, limit, now, cancellationToken);
        return Paging.Cut(rows, limit, row => new PageCursor(row.LastMessageAt, row.Id));
    }

    /// <summary>One conversation's header; null if there is none by this id for the reader.</summary>
    public async Task<ThreadSummary?> ThreadAsync(Actor reader, Guid threadId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        if (!reader.SeesEverything)
        {
            return await db.SitterIdOfAsync(reader, cancellationToken) is { } sitter
                ? (await db.ThreadsAsync(db.VisibleTo(sitter, now).Where(row => row.ThreadId == threadId), sitter, now, cancellationToken)).FirstOrDefault()
                : null;
        }

        var found = await db.Threads.Where(thread => thread.Id == threadId).Summaries(db, reader.UserId, now).ToListAsync(cancellationToken);
        return (await db.WithWindowsAsync(found, sitterId: null, now, cancellationToken)).FirstOrDefault();
    }

    /// <summary>A conversation's messages, newest first; empty for a thread that is not the reader's to see.</summary>
    public async Task<Page<MessageView>> MessagesAsync(
        Actor reader, Guid threadId, PageCursor? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var messages = db.Messages.Where(message => message.ThreadId == threadId);
        if (!reader.SeesEverything)
        {
            if (await VisibleSitterAsync(db, reader, threadId, cancellationToken) is not { } sitter)
            {
                return new Page<MessageView>([], null);
            }

            messages = db.MessagesSharedWith(sitter, threadId);
        }

        var rows = await messages.After(after)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Take(limit + 1)
            .Views(db)
            .ToListAsync(cancellationToken);
        return Paging.Cut(
            reader.SeesEverything ? await db.WithStandingsAsync(rows, clock.GetUtcNow(), cancellationToken) : [.. rows.Select(row => SitterInbox.ForSitter(row, threadId))],
            limit,
            row => new PageCursor(row.CreatedAt, row.Id));
    }

    /// <summary>One message; null if there is none by this id for the reader.</summary>
    public async Task<MessageView?> MessageAsync(Actor reader, Guid messageId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var view = await db.Messages.Where(message => message.Id == messageId).Views(db).FirstOrDefaultAsync(cancellationToken);
        if (view is null || reader.SeesEverything)
        {
            return view;
        }

        var now = clock.GetUtcNow();
        var sitter = await db.SitterIdOfAsync(reader, cancellationToken);
        var sharedOn = sitter is null ? null : await db.SharedMessages
            .Where(row => row.SitterId == sitter && row.MessageId == messageId
                && (row.Reason == ShareReason.Wrote || db.VisibleTo(sitter.Value, now).Any(conversation => conversation.ThreadId == row.ThreadId)))
            .Select(row => (Guid?)row.ThreadId)
            .FirstOrDefaultAsync(cancellationToken);
        return sharedOn is { } threadId ? SitterInbox.ForSitter(view, threadId) : null;
    }

    /// <summary>How many conversations wait for the owner: the badge of the owner inbox.</summary>
    public async Task<int> NeedsOwnerCountAsync(Actor reader, CancellationToken cancellationToken)
    {
        if (!reader.SeesEverything)
        {
            return 0;
        }

        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Threads.WaitingForOwner(clock.GetUtcNow()).CountAsync(cancellationToken);
    }

    /// <summary>
    /// In how many of the <see cref="UnreadHorizon"/> newest conversations something is unread: the number in the page's
    /// title. Bounded, so that it costs the same for an organization of any age.
    /// </summary>
    public async Task<int> UnreadCountAsync(Actor reader, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        if (!reader.SeesEverything)
        {
            return await db.SitterIdOfAsync(reader, cancellationToken) is { } sitter
                ? await db.VisibleTo(sitter, now).CountAsync(row => row.InboundCount > row.ReadCount, cancellationToken)
                : 0;
        }

        return await db.Threads.Matching(db, new ThreadFilter(), now)
            .OrderByDescending(thread => thread.LastMessageAt).ThenByDescending(thread => thread.Id)
            .Take(UnreadHorizon)
            .CountAsync(
                thread => thread.InboundCount > (db.ThreadReads
                    .Where(read => read.ThreadId == thread.Id && read.UserId == reader.UserId)
                    .Select(read => (int?)read.InboundCount).FirstOrDefault() ?? 0),
                cancellationToken);
    }

    /// <summary>
    /// The next instant, no later than the horizon, at which something comes to wait for the owner or becomes urgent by the
    /// clock alone, in whatever conversation; null if there is none, and for a sitter.
    /// </summary>
    public async Task<DateTimeOffset?> OwnerInboxChangesAsync(Actor reader, DateTimeOffset horizon, CancellationToken cancellationToken)
    {
        if (!reader.SeesEverything)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.OwnerInboxChangesAsync(now, horizon, cancellationToken);
    }

    private static async Task<List<ThreadSummary>> SitterThreadsAsync(
        SnoutDbContext db, Actor reader, ThreadFilter filter, PageCursor? after, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.SitterIdOfAsync(reader, cancellationToken) is not { } sitter)
        {
            return [];
        }

        // Only what the sitter may know is searched, and they have few conversations: so it is looked for in what they see.
        var search = filter.Search.Trim();
        var page = db.VisibleTo(sitter, now).After(after)
            .OrderByDescending(row => row.LastMessageAt).ThenByDescending(row => row.ThreadId);
        var rows = await db.ThreadsAsync(search.Length == 0 ? page.Take(limit + 1) : page, sitter, now, cancellationToken);
        return [.. rows
            .Where(row => row.ClientName.Contains(search, StringComparison.CurrentCultureIgnoreCase)
                || row.Pets.Contains(search, StringComparison.CurrentCultureIgnoreCase))
            .OrderByDescending(row => row.LastMessageAt).ThenByDescending(row => row.Id)
            .Take(limit + 1)];
    }

    /// <summary>The reader as a sitter, if this conversation is theirs to see now.</summary>
    private async Task<Guid?> VisibleSitterAsync(SnoutDbContext db, Actor reader, Guid threadId, CancellationToken cancellationToken) =>
        await db.SitterIdOfAsync(reader, cancellationToken) is { } sitter
        && await db.VisibleTo(sitter, clock.GetUtcNow()).AnyAsync(row => row.ThreadId == threadId, cancellationToken)
            ? sitter
            : null;
}
