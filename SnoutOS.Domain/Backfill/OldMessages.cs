using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Backfill;

/// <summary>
/// Writes old messages into their thread: read by everybody, waiting for nobody, routed to nobody, since all that is
/// long over. Only a wish not to be texted still holds.
/// </summary>
internal sealed class OldMessages(SnoutDbContext db, MessageNumber number, KnownClient client, PhoneNumber phone)
{
    public async Task AddAsync(MessageThread thread, IReadOnlyList<KeyedMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var business = await db.Organizations.Select(row => row.Name).FirstAsync(cancellationToken);
        foreach (var (old, key) in messages)
        {
            var message = MessageOf(old, key, thread.Id, business);
            db.Messages.Add(message);
            thread.BringIn(message, client.PhoneId);
            if (old.Direction == Direction.Inbound)
            {
                await HeedAsync(old, cancellationToken);
                Record(message, old);
            }
        }

        await ReadByAllAsync(thread, messages.Count(entry => entry.Message.Direction == Direction.Inbound), now, cancellationToken);
    }

    private Message MessageOf(OldMessage old, string key, Guid threadId, string business) => new()
    {
        OrganizationId = db.OrganizationId,
        Id = Guid.CreateVersion7(old.At),
        ThreadId = threadId,
        Direction = old.Direction,
        AuthorKind = old.Direction == Direction.Inbound ? AuthorKind.Client : AuthorKind.Owner,
        AuthorName = old.Direction == Direction.Inbound ? client.Name : business,
        Body = old.Body,
        Status = old.Direction == Direction.Inbound ? MessageStatus.Received : MessageStatus.Sent,
        CreatedAt = old.At,
        SentAt = old.Direction == Direction.Inbound ? null : old.At,
        Segments = SmsSegments.Count(old.Body),

        // Of one that went out nothing more is ever heard, so nobody will ask for it by the provider's id.
        ProviderSid = old.Direction == Direction.Inbound ? old.ProviderId : null,
        IdempotencyKey = key,
    };

    private async Task HeedAsync(OldMessage old, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var optedOut = await db.PhoneConsents.AnyAsync(row => row.Phone == phone && row.OptedOut, cancellationToken);
        if (ConsentKeywords.Read(old.Body, null, optedOut) is { } kind)
        {
            await ConsentLedger.ApplyAsync(db, new ConsentEvent
            {
                OrganizationId = db.OrganizationId,
                Id = Guid.CreateVersion7(old.At),
                Phone = phone,
                NumberId = number.Id,
                Kind = kind,
                Source = ConsentSource.Text,
                At = old.At,
            }, cancellationToken);
        }
    }

    /// <summary>Into the ledger, too, where a webhook or the poll finds it should they tell of it again.</summary>
    private void Record(Message message, OldMessage old)
    {
        if (old.ProviderId is not { } sid)
        {
            return;
        }

        var text = new InboundText(sid, phone.E164, number.Phone.E164, old.Body, [], null, message.Segments);
        var incoming = InboundEvents.Of(text, ProviderEventSource.Poll, raw: "", old.At);
        db.ProviderEvents.Add(new ProviderEvent
        {
            Kind = incoming.Kind,
            Source = incoming.Source,
            State = ProviderEventState.Processed,
            DedupeKey = incoming.DedupeKey,
            OrganizationId = db.OrganizationId,
            Sender = text.From,
            Recipient = text.To,
            ProviderSid = sid,
            Payload = incoming.Payload,
            ReceivedAt = old.At,
            ProcessedAt = old.At,
            NextAttemptAt = old.At,
            ConsentApplied = true,
        });
    }

    private async Task ReadByAllAsync(MessageThread thread, int inbound, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var office = await db.Users.Where(user => user.Role != Role.Sitter).Select(user => user.Id).ToListAsync(cancellationToken);
        var marks = await db.ThreadReads.Where(row => row.ThreadId == thread.Id).ToDictionaryAsync(row => row.UserId, cancellationToken);
        foreach (var user in office)
        {
            if (!marks.TryGetValue(user, out var mark))
            {
                mark = new ThreadRead { OrganizationId = db.OrganizationId, UserId = user, ThreadId = thread.Id, ReadAt = now };
                db.ThreadReads.Add(mark);
            }

            mark.InboundCount += inbound;
        }
    }
}
