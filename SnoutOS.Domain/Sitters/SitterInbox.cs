using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Sitters;

/// <summary>
/// What a sitter sees: conversations with an active or upcoming window of theirs, and in them the messages that were
/// shared with them. Rows, order, previews and counters come from those messages alone; of the client, the first name.
/// </summary>
internal static class SitterInbox
{
    /// <summary>The sitter who signs in as this user, unless they have left; null for anybody else.</summary>
    public static Task<Sitter?> SitterOfAsync(this SnoutDbContext db, Actor actor, CancellationToken cancellationToken) =>
        SittersOf(db, actor).FirstOrDefaultAsync(cancellationToken);

    public static Task<Guid?> SitterIdOfAsync(this SnoutDbContext db, Actor reader, CancellationToken cancellationToken) =>
        SittersOf(db, reader).Select(sitter => (Guid?)sitter.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The sitter's conversations that are theirs to see at an instant.</summary>
    public static IQueryable<SitterConversation> VisibleTo(this SnoutDbContext db, Guid sitterId, DateTimeOffset now) =>
        from conversation in db.SitterConversations
        join thread in db.Threads on conversation.ThreadId equals thread.Id
        join number in db.Numbers on thread.NumberId equals number.Id
        where conversation.SitterId == sitterId
            && number.Class != NumberClass.FrontDesk
            && db.Windows.Any(window => window.SitterId == sitterId && window.ClientId == thread.ClientId
                && window.CancelledAt == null && window.ClosesAt > now
                && (number.SitterId == sitterId && !window.PoolOnly
                    || db.Leases.Any(lease => lease.NumberId == number.Id && lease.ClientId == thread.ClientId && lease.ReleasedAt == null)))
        select conversation;

    public static async Task<List<ThreadSummary>> ThreadsAsync(
        this SnoutDbContext db, IQueryable<SitterConversation> conversations, Guid sitterId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await Summaries(db, conversations).ToListAsync(cancellationToken);
        return await db.WithWindowsAsync([.. rows.Select(OnlyTheFirstName)], sitterId, now, cancellationToken);
    }

    /// <summary>The messages of one conversation that the sitter sees.</summary>
    public static IQueryable<Message> MessagesSharedWith(this SnoutDbContext db, Guid sitterId, Guid threadId) =>
        from shared in db.SharedMessages
        join message in db.Messages on shared.MessageId equals message.Id
        where shared.SitterId == sitterId && shared.ThreadId == threadId
        select message;

    /// <summary>
    /// A message as a sitter may see it: in their own conversation, without what is masked, and without anything about
    /// routing, findings or others.
    /// </summary>
    public static MessageView ForSitter(MessageView message, Guid threadId) => message with
    {
        Body = message.Direction == Direction.Inbound ? message.MaskedBody ?? message.Body : message.Body,
        MaskedBody = null,
        Findings = [],
        Held = null,
        HasUnreadPicture = false,
        Media = [.. message.Media.Where(media => !media.IsMasked)],
        ThreadId = threadId,
        AuthorName = message.AuthorKind == AuthorKind.Client ? PersonName.FirstOfClient(message.AuthorName) : message.AuthorName,
        RoutedTo = null,
        RoutedBy = null,
        SeenBy = [],
    };

    private static IQueryable<Sitter> SittersOf(SnoutDbContext db, Actor actor) =>
        db.Sitters.Where(sitter => sitter.UserId == actor.UserId && sitter.Status != SitterStatus.Offboarded);

    private static ThreadSummary OnlyTheFirstName(ThreadSummary row) => row with { ClientName = PersonName.FirstOfClient(row.ClientName) };

    private static IQueryable<ThreadSummary> Summaries(SnoutDbContext db, IQueryable<SitterConversation> conversations) =>
        from conversation in conversations
        join thread in db.Threads on conversation.ThreadId equals thread.Id
        join client in db.Clients on thread.ClientId equals client.Id
        join number in db.Numbers on thread.NumberId equals number.Id
        select new ThreadSummary
        {
            Id = thread.Id,
            ClientId = client.Id,
            ClientName = client.Name,
            ClientKind = client.Kind,
            Pets = client.Pets,
            NumberId = number.Id,
            NumberClass = number.Class,
            NumberStatus = number.Status,
            Number = number.Phone,
            SitterId = conversation.SitterId,
            SitterName = db.Sitters.Where(sitter => sitter.Id == conversation.SitterId).Select(sitter => sitter.Name).FirstOrDefault(),
            LastMessageAt = conversation.LastMessageAt,
            LastMessagePreview = conversation.LastMessagePreview,
            LastMessageDirection = conversation.LastMessageDirection,
            Unread = conversation.InboundCount - conversation.ReadCount,
            NeedsOwnerSince = null,
            HasFailedSend = false,
            OptOutSuspected = false,
            OptedOut = db.ClientsOptedOut().Any(id => id == client.Id),
            HoldsNumber = number.Class != NumberClass.Pool
                || db.Leases.Any(lease => lease.NumberId == number.Id && lease.ClientId == client.Id && lease.ReleasedAt == null),
        };
}
