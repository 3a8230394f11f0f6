using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// One message's last steps: judged again as it leaves, marked as submitting before the request (so that a crash is
/// known for what it is), sent once, and its outcome recorded.
/// </summary>
public sealed partial class OutboxPost(
    Writer writer, MessagingFlags flags, ISmsProvider provider, IMediaLinks mediaLinks, MessagingTelemetry telemetry, TimeProvider clock, ILogger<OutboxPost> logger)
{
    /// <summary>How long a request may take before another worker calls it lost; well over the client's time-out.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>A message that was held back longer than this waits for its writer's word.</summary>
    private static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan WhileSwitchedOff = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WhileAccountRefused = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public async Task SendAsync(OutboxEntry due, CancellationToken cancellationToken)
    {
        var effective = await flags.OfAsync(due.OrganizationId, cancellationToken);
        var on = due.SitterId is null ? effective.Messaging.Effective : effective.SitterMessages.Effective;
        var sms = await writer.CommitAsync(due.OrganizationId, db => PrepareAsync(db, due.MessageId, on, cancellationToken), cancellationToken);
        if (sms is null)
        {
            return;
        }

        var outcome = await AskAsync(sms, cancellationToken);

        // Whatever the provider answered must be written down, also while the host is stopping.
        await writer.CommitAsync(due.OrganizationId, db => RecordAsync(db, due.MessageId, outcome), CancellationToken.None);
        telemetry.Submitted(outcome, clock.GetUtcNow() - due.CreatedAt);
        LogOutcome(due.MessageId, due.OrganizationId, outcome.GetType().Name);
    }

    /// <summary>Puts off an entry that could not even be looked at.</summary>
    public Task PostponeAsync(OutboxEntry due, CancellationToken cancellationToken) =>
        writer.CommitAsync(due.OrganizationId, async db =>
        {
            var entry = await db.Outbox.FirstAsync(row => row.MessageId == due.MessageId, cancellationToken);
            entry.Attempts++;
            entry.NextAttemptAt = clock.GetUtcNow() + Backoff(entry.Attempts);
        }, cancellationToken);

    /// <summary>Nobody approved it in time: it no longer leaves, and the owner is told.</summary>
    public Task ExpireAsync(OutboxEntry due, CancellationToken cancellationToken) =>
        writer.CommitAsync(due.OrganizationId, async db =>
        {
            var now = clock.GetUtcNow();
            var entry = await db.Outbox.FirstAsync(row => row.MessageId == due.MessageId, cancellationToken);
            if (entry.State == OutboxState.Held && entry.ValidUntil <= now)
            {
                var message = await db.Messages.FirstAsync(row => row.Id == due.MessageId, cancellationToken);
                var thread = await db.Threads.FirstAsync(row => row.Id == message.ThreadId, cancellationToken);
                await db.DecideAsync(thread, message, cancellationToken);
                entry.State = OutboxState.Settled;
                await Delivery.AdvanceAsync(db, message, MessageStatus.Expired, null, now, cancellationToken);
            }
        }, cancellationToken);

    private async Task<OutboundSms?> PrepareAsync(SnoutDbContext db, Guid messageId, bool on, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var entry = await db.Outbox.FirstAsync(row => row.MessageId == messageId, cancellationToken);
        if (entry.State != OutboxState.Pending)
        {
            return null;
        }

        if (!on)
        {
            entry.NextAttemptAt = now + WhileSwitchedOff;
            return null;
        }

        var message = await db.Messages.Include(row => row.Media).FirstAsync(row => row.Id == messageId, cancellationToken);
        var number = await db.Numbers.FirstAsync(row => row.Id == entry.NumberId, cancellationToken);
        var phone = await db.ClientPhones.FirstAsync(row => row.Id == entry.ClientPhoneId, cancellationToken);
        if (await RefusalAsync(db, entry, number, phone, now, cancellationToken) is { } refusal)
        {
            entry.State = OutboxState.Settled;
            await Delivery.AdvanceAsync(db, message, refusal.Status, refusal.Code, now, cancellationToken);
            return null;
        }

        (entry.State, entry.SubmittedAt, entry.LeaseUntil) = (OutboxState.Submitting, now, now + Lease);
        entry.Attempts++;
        await Delivery.AdvanceAsync(db, message, MessageStatus.Sending, null, now, cancellationToken);
        var links = message.Media.OrderBy(media => media.Position).Select(media => mediaLinks.For(db.OrganizationId, messageId, media.Position));
        return new OutboundSms(messageId, number.Phone, phone.Phone, message.SentText, [.. links], entry.ValidUntil - now);
    }

    private static async Task<(MessageStatus Status, int? Code)?> RefusalAsync(
        SnoutDbContext db, OutboxEntry entry, MessageNumber number, ClientPhone phone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now >= entry.ValidUntil)
        {
            return (MessageStatus.Expired, null);
        }

        if (await ConsentLedger.ObjectionAsync(db, phone.Phone, entry.NumberId, cancellationToken) is not null)
        {
            return (MessageStatus.Failed, ConsentLedger.OptedOutCode);
        }

        // A sitter's window that was cancelled since, or ended too long ago, and a lock, hold the message back.
        if (entry.SitterId is { } sitter
            && (await SitterGate.LeavesUntilAsync(db, sitter, phone.ClientId, number, now, cancellationToken) is not { } until || now >= until))
        {
            return (MessageStatus.Expired, null);
        }

        return entry.Attempts == 0 && now - entry.CreatedAt > StaleAfter ? (MessageStatus.NeedsReview, null) : null;
    }

    private async Task<SendOutcome> AskAsync(OutboundSms sms, CancellationToken cancellationToken)
    {
        try
        {
            return await provider.SendAsync(sms, cancellationToken);
        }
        catch (Exception failure)
        {
            // A provider that throws has broken its promise of outcomes; whether it sent, nobody knows.
            LogProviderThrew(failure, sms.MessageId);
            return new SendOutcome.Ambiguous(failure.GetType().Name);
        }
    }

    private async Task RecordAsync(SnoutDbContext db, Guid messageId, SendOutcome outcome)
    {
        var now = clock.GetUtcNow();
        var entry = await db.Outbox.FirstAsync(row => row.MessageId == messageId);
        var message = await db.Messages.FirstAsync(row => row.Id == messageId);
        entry.LeaseUntil = null;
        switch (outcome)
        {
            case SendOutcome.Accepted accepted:
                message.Segments = accepted.Segments is > 0 ? accepted.Segments.Value : message.Segments;
                await Delivery.ReportAsync(db, messageId, new StatusReport(accepted.Sid, accepted.Status, null), now, CancellationToken.None);
                break;
            case SendOutcome.Rejected rejected:
                entry.State = OutboxState.Settled;
                await Delivery.AdvanceAsync(db, message, MessageStatus.Failed, rejected.Code, now, CancellationToken.None);
                break;
            case SendOutcome.NotTaken notTaken when entry.State == OutboxState.Submitting:
                Requeue(db, entry, message, now + Longer(notTaken.RetryAfter, Backoff(entry.Attempts)));
                break;
            case SendOutcome.AccountRefused refused when entry.State == OutboxState.Submitting:
                LogAccountRefused(refused.Code, messageId, entry.OrganizationId);
                Requeue(db, entry, message, now + WhileAccountRefused);
                break;
            case SendOutcome.Ambiguous when entry.State == OutboxState.Submitting:
                AmbiguousSends.Begin(entry);
                await Delivery.AdvanceAsync(db, message, MessageStatus.Ambiguous, null, now, CancellationToken.None);
                break;
        }
    }

    /// <summary>Certainly not taken in, so back in the queue; the one place where a status goes back, because nothing was sent.</summary>
    private static void Requeue(SnoutDbContext db, OutboxEntry entry, Message message, DateTimeOffset nextAttemptAt)
    {
        (entry.State, entry.SubmittedAt, entry.NextAttemptAt) = (OutboxState.Pending, null, nextAttemptAt);
        message.Status = MessageStatus.Queued;
        db.Announce(message.ThreadId);
    }

    private static TimeSpan Longer(TimeSpan? one, TimeSpan other) => one > other ? one.Value : other;

    /// <summary>One, two, four … seconds with some jitter, a minute at most.</summary>
    private static TimeSpan Backoff(int attempts)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Min(attempts, 10) - 1), LongestWait.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.9 + (Random.Shared.NextDouble() * 0.2)));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} in organization {OrganizationId} left for the provider: {Outcome}")]
    private partial void LogOutcome(Guid messageId, Guid organizationId, string outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "The provider refuses the account (code {Code}); message {MessageId} in organization {OrganizationId} stays queued")]
    private partial void LogAccountRefused(int code, Guid messageId, Guid organizationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "The provider client threw while sending message {MessageId}")]
    private partial void LogProviderThrew(Exception failure, Guid messageId);
}

/// <summary>Makes addresses at which the provider can fetch an attachment that goes out.</summary>
public interface IMediaLinks
{
    Uri For(Guid organizationId, Guid messageId, int position);
}
