using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Inbox;

/// <summary>The named queries behind the inbox, each one a single statement over indexes.</summary>
internal static class InboxQueries
{
    /// <summary>What waits for the owner at an instant: put there, or left unopened by its sitter, and not put off.</summary>
    public static IQueryable<MessageThread> WaitingForOwner(this IQueryable<MessageThread> threads, DateTimeOffset now)
    {
        var tooLong = now - OwnerInbox.SitterHasToOpenWithin;
        return threads.Where(thread => (thread.NeedsOwnerSince != null || thread.AwaitsSitterSince <= tooLong)
            && (thread.SnoozedUntil == null || thread.SnoozedUntil <= now));
    }

    public static IQueryable<MessageThread> Matching(
        this IQueryable<MessageThread> threads, SnoutDbContext db, ThreadFilter filter, DateTimeOffset now)
    {
        threads = filter.View switch
        {
            InboxView.NeedsOwner => threads.WaitingForOwner(now),
            InboxView.All => threads.Where(thread =>
                !db.Clients.Any(client => client.Id == thread.ClientId && client.Kind == ClientKind.Spam)),
        };
        var search = filter.Search.Trim();
        return search.Length == 0 ? threads : threads.Where(thread => db.ClientsFoundBy(search).Contains(thread.ClientId));
    }

    public static IQueryable<ThreadSummary> Summaries(
        this IQueryable<MessageThread> threads, SnoutDbContext db, Guid userId, DateTimeOffset now) =>
        from thread in threads
        join client in db.Clients on thread.ClientId equals client.Id
        join number in db.Numbers on thread.NumberId equals number.Id
        let tooLong = now - OwnerInbox.SitterHasToOpenWithin
        let choiceHolds = now - ChoiceFact.HoldsFor
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
            SitterId = number.SitterId,
            SitterName = db.Sitters.Where(sitter => sitter.Id == number.SitterId).Select(sitter => sitter.Name).FirstOrDefault(),
            LastMessageAt = thread.LastMessageAt,
            LastMessagePreview = thread.LastMessagePreview,
            LastMessageDirection = thread.LastMessageDirection,
            Unread = thread.InboundCount - (db.ThreadReads
                .Where(read => read.ThreadId == thread.Id && read.UserId == userId)
                .Select(read => (int?)read.InboundCount).FirstOrDefault() ?? 0),
            AwaitsSitterSince = thread.AwaitsSitterSince,
            NeedsOwnerSince = thread.NeedsOwnerSince ?? (thread.AwaitsSitterSince <= tooLong ? thread.AwaitsSitterSince : null),
            SnoozedUntil = thread.SnoozedUntil > now ? thread.SnoozedUntil : null,
            IsUrgent = thread.HasOfficeNote || (thread.NeedsOwnerSince != null || thread.AwaitsSitterSince <= tooLong)
                && db.Windows.Any(window => window.ClientId == client.Id && window.CancelledAt == null
                    && window.OpensAt <= now && window.ClosesAt > now),
            HasOfficeNote = thread.HasOfficeNote,
            Choice = thread.ChosenAt > choiceHolds ? new ChoiceFact(thread.ChosenSitterId, thread.ChosenAt!.Value) : null,
            LastRoutedBy = db.Messages.Where(message => message.ThreadId == thread.Id && message.Direction == Direction.Inbound)
                .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id).Take(1)
                .Select(message => db.RoutingDecisions.Where(decision => decision.MessageId == message.Id)
                    .Select(decision => (RoutingReason?)decision.Reason).FirstOrDefault())
                .FirstOrDefault(),
            MergedIntoId = client.MergedIntoId,
            HoldsNumber = number.Class != NumberClass.Pool
                || db.Leases.Any(lease => lease.NumberId == number.Id && lease.ClientId == client.Id && lease.ReleasedAt == null),
            HasFailedSend = thread.HasFailedSend,
            Held = thread.HeldCount,
            IsFlagged = thread.IsFlagged,
            OptOutSuspected = thread.OptOutSuspected,
            OptedOut = db.ClientsOptedOut().Any(id => id == client.Id),
        };

    public static IQueryable<MessageView> Views(this IQueryable<Message> messages, SnoutDbContext db) =>
        messages.AsNoTracking().AsSplitQuery().Select(message => new MessageView
        {
            Id = message.Id,
            ThreadId = message.ThreadId,
            Direction = message.Direction,
            AuthorKind = message.AuthorKind,
            AuthorName = message.AuthorName,
            Body = message.Body,
            Introduction = message.Introduction,
            SeenBy = db.SharedMessages.Where(shared => shared.MessageId == message.Id)
                .Join(db.Sitters, shared => shared.SitterId, sitter => sitter.Id, (shared, sitter) => sitter.Name).ToList(),
            Purpose = message.Purpose,
            Status = message.Status,
            CreatedAt = message.CreatedAt,
            SentAt = message.SentAt,
            DeliveredAt = message.DeliveredAt,
            ErrorCode = message.ErrorCode,
            Segments = message.Segments,
            RetryOfId = message.RetryOfId,
            WasRetried = db.Messages.Any(later => later.RetryOfId == message.Id),
            MaskedBody = message.MaskedBody,
            Findings = db.MessageFindings.Where(finding => finding.MessageId == message.Id)
                .OrderBy(finding => finding.Attachment).ThenBy(finding => finding.Start).ThenBy(finding => finding.Position)
                .Select(finding => new FindingView(
                    finding.Position, finding.Type, finding.Attachment, finding.Start, finding.Length, finding.Confidence, finding.Rule,
                    finding.AcrossMessages, finding.Action,
                    finding.RevealedAt == null && (finding.Action == PoachingAction.Mask || finding.Action == PoachingAction.Block)))
                .ToList(),
            Held = db.Violations.Where(violation => violation.MessageId == message.Id)
                .Select(violation => new HeldView(
                    violation.Action, violation.SitterId, violation.Outcome, violation.DecidedAt,
                    db.Users.Where(user => user.Id == violation.DecidedByUserId).Select(user => user.Name).FirstOrDefault(), violation.Reason))
                .FirstOrDefault(),
            HasUnreadPicture = message.AuthorKind == AuthorKind.Sitter && message.Media.Any(media => EF.Functions.Like(media.ContentType, "image/%")),
            ApprovalUntil = db.Outbox.Where(entry => entry.MessageId == message.Id && entry.State == OutboxState.Held)
                .Select(entry => (DateTimeOffset?)entry.ValidUntil).FirstOrDefault(),
            RoutedTo = db.RoutingDecisions.Where(decision => decision.MessageId == message.Id)
                .Select(decision => (RoutingTarget?)decision.Target).FirstOrDefault(),
            RoutedBy = db.RoutingDecisions.Where(decision => decision.MessageId == message.Id)
                .Select(decision => (RoutingReason?)decision.Reason).FirstOrDefault(),
            Media = message.Media.OrderBy(media => media.Position)
                .Select(media => new MediaView(media.MessageId, media.Position, media.State, media.ContentType, media.SizeInBytes, media.IsMasked))
                .ToList(),
        });
}
