using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Notices;

/// <summary>The inbound message that a notice would answer, with what its receiver found out about it.</summary>
/// <param name="Thread">Where the message is, and the notice will be.</param>
/// <param name="FromNumberId">The number that was texted: the notice leaves from it, whatever thread it stands on.</param>
public sealed record NoticeOccasion(
    MessageThread Thread,
    Guid FromNumberId,
    Sender Sender,
    KnownClient Client,
    string Body,
    ConsentKind? Keyword,
    DateTimeOffset ReceivedAt);

/// <summary>
/// Writes the product's own answers as messages with an outbox row, in the transaction of the message they answer. The
/// number gate does not apply: a pool number answers a sender who holds no lease on it.
/// </summary>
public static class NoticeWriter
{
    /// <summary>How many messages make a loop: notice, answer, notice, answer.</summary>
    private const int Loop = 4;

    /// <summary>Queues the notice; answers why not, or null when it was queued.</summary>
    public static async Task<NoticeObjection?> QueueAsync(
        SnoutDbContext db, NoticeKind kind, NoticeOccasion occasion, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var setting = await NoticeTexts.SettingOfAsync(db, kind, cancellationToken);
        if (!setting.IsOn)
        {
            return NoticeObjection.SwitchedOff;
        }

        if (occasion is not { Sender.Phone: { } phone, Client.PhoneId: { } phoneId })
        {
            return NoticeObjection.NotAClient;
        }

        var facts = await FactsAsync(db, kind, occasion, phone, cancellationToken);
        if (NoticeRule.Objection(facts, now) is { } objection)
        {
            return objection;
        }

        var message = await MessageAsync(db, occasion, setting, now, cancellationToken);
        db.SentNotices.Add(new SentNotice
        {
            OrganizationId = db.OrganizationId,
            Id = NextId(phone, kind, facts.LastOfKindAt),
            Recipient = phone,
            Kind = kind,
            MessageId = message.Id,
            SentAt = now,
        });
        Write(db, occasion, phoneId, message, now);
        return null;
    }

    private static async Task<NoticeFacts> FactsAsync(
        SnoutDbContext db, NoticeKind kind, NoticeOccasion occasion, PhoneNumber phone, CancellationToken cancellationToken) => new(
        occasion.Sender.Kind,
        occasion.Client.Kind,
        occasion.Sender.HasOptedOut,
        occasion.Keyword,
        occasion.Thread.OptOutSuspected
            || await db.Threads.AnyAsync(thread => thread.ClientId == occasion.Client.Id && thread.OptOutSuspected, cancellationToken),
        occasion.Body,
        occasion.ReceivedAt,
        await LastAsync(db.SentNotices.Where(row => row.Recipient == phone && row.Kind == kind), cancellationToken),
        await LastAsync(db.SentNotices.Where(row => row.Recipient == phone), cancellationToken),
        await IsInALoopAsync(db, occasion, cancellationToken));

    private static Task<DateTimeOffset?> LastAsync(IQueryable<SentNotice> notices, CancellationToken cancellationToken) =>
        notices.OrderByDescending(row => row.SentAt).Select(row => (DateTimeOffset?)row.SentAt).FirstOrDefaultAsync(cancellationToken);

    private static async Task<bool> IsInALoopAsync(SnoutDbContext db, NoticeOccasion occasion, CancellationToken cancellationToken)
    {
        var last = await db.Messages
            .Where(message => message.ThreadId == occasion.Thread.Id && message.CreatedAt < occasion.ReceivedAt)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Take(Loop)
            .Select(message => new { message.Direction, message.Purpose })
            .ToListAsync(cancellationToken);
        return last.Count == Loop && last.Index().All(entry => entry.Index % 2 == 0
            ? entry.Item.Purpose == MessagePurpose.Notice
            : entry.Item.Direction == Direction.Inbound);
    }

    private static async Task<Message> MessageAsync(
        SnoutDbContext db, NoticeOccasion occasion, NoticeSetting setting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        return new Message
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(now),
            ThreadId = occasion.Thread.Id,
            Direction = Direction.Outbound,
            AuthorKind = AuthorKind.System,
            AuthorName = await db.Organizations.Select(row => row.Name).FirstAsync(cancellationToken),
            Body = setting.Preview,
            Purpose = MessagePurpose.Notice,
            Status = MessageStatus.Queued,

            // Receive instants run ahead of the clock in a burst, and the answer stands below what it answers.
            CreatedAt = now > occasion.ReceivedAt ? now : occasion.ReceivedAt.AddMicroseconds(1),
            Segments = setting.Segments,
        };
    }

    private static void Write(SnoutDbContext db, NoticeOccasion occasion, Guid phoneId, Message message, DateTimeOffset now)
    {
        db.Messages.Add(message);
        db.Outbox.Add(new OutboxEntry
        {
            OrganizationId = db.OrganizationId,
            MessageId = message.Id,
            NumberId = occasion.FromNumberId,
            ClientPhoneId = phoneId,
            State = OutboxState.Pending,
            CreatedAt = now,
            NextAttemptAt = now,
            ValidUntil = now + NoticeRule.Freshness,
        });
        occasion.Thread.Notify(message);
        db.Announce(occasion.Thread.Id);
    }

    // Follows from the notice before: of two workers that write the next one at once, the later looks again and finds it.
    private static Guid NextId(PhoneNumber phone, NoticeKind kind, DateTimeOffset? lastOfKindAt)
    {
        var place = Encoding.UTF8.GetBytes($"{phone.E164} {kind} {lastOfKindAt?.UtcTicks}");
        return new Guid(SHA256.HashData(place).AsSpan(0, 16));
    }
}
