using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// Settles requests whose answer was lost, by looking them up at the provider. A message that nobody can account for
/// after 15 minutes is left to a person; a machine never sends it again.
/// </summary>
public sealed partial class AmbiguousSends(SnoutDb database, Writer writer, ISmsProvider provider, TimeProvider clock, ILogger<AmbiguousSends> logger)
{
    /// <summary>When to look, counted from the request.</summary>
    private static readonly TimeSpan[] LookUpsAfter =
        [TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    /// <summary>The provider's clock may differ from ours by this much.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    public static void Begin(OutboxEntry entry)
    {
        (entry.State, entry.LookUps, entry.LeaseUntil) = (OutboxState.Ambiguous, 0, null);
        entry.NextAttemptAt = entry.SubmittedAt!.Value + LookUpsAfter[0];
    }

    /// <summary>Takes over a request whose worker died before it could write down the answer.</summary>
    public Task AdoptAsync(OutboxEntry due, CancellationToken cancellationToken) =>
        writer.CommitAsync(due.OrganizationId, async db =>
        {
            var entry = await db.Outbox.FirstAsync(row => row.MessageId == due.MessageId, cancellationToken);
            if (entry.State != OutboxState.Submitting || entry.LeaseUntil >= clock.GetUtcNow())
            {
                return;
            }

            Begin(entry);
            var message = await db.Messages.FirstAsync(row => row.Id == due.MessageId, cancellationToken);
            await Delivery.AdvanceAsync(db, message, MessageStatus.Ambiguous, null, clock.GetUtcNow(), cancellationToken);
        }, cancellationToken);

    public async Task LookUpAsync(OutboxEntry due, CancellationToken cancellationToken)
    {
        var found = await FindAsync(due, cancellationToken);
        await writer.CommitAsync(due.OrganizationId, async db =>
        {
            var entry = await db.Outbox.FirstAsync(row => row.MessageId == due.MessageId, cancellationToken);
            if (entry.State != OutboxState.Ambiguous)
            {
                return;
            }

            var now = clock.GetUtcNow();
            if (found is not null)
            {
                await Delivery.ReportAsync(db, due.MessageId, new StatusReport(found.Sid, found.Status, found.ErrorCode), now, cancellationToken);
                return;
            }

            if (entry.LookUps != due.LookUps)
            {
                // Another node has looked at the same time; that was one look, not two.
                return;
            }

            entry.LookUps++;
            if (entry.LookUps < LookUpsAfter.Length)
            {
                entry.NextAttemptAt = entry.SubmittedAt!.Value + LookUpsAfter[entry.LookUps];
                return;
            }

            entry.State = OutboxState.Settled;
            var message = await db.Messages.FirstAsync(row => row.Id == due.MessageId, cancellationToken);
            await Delivery.AdvanceAsync(db, message, MessageStatus.NeedsReview, null, now, cancellationToken);
            LogNeedsReview(due.MessageId, due.OrganizationId);
        }, cancellationToken);
    }

    /// <summary>The one message at the provider that can only be this one; null when there is none, or more than one.</summary>
    private async Task<ProviderMessage?> FindAsync(OutboxEntry due, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(due.OrganizationId);
        var body = await db.Messages.Where(row => row.Id == due.MessageId).Select(row => row.Introduction + row.Body).FirstAsync(cancellationToken);
        var from = await db.Numbers.Where(row => row.Id == due.NumberId).Select(row => row.Phone).FirstAsync(cancellationToken);
        var to = await db.ClientPhones.Where(row => row.Id == due.ClientPhoneId).Select(row => row.Phone).FirstAsync(cancellationToken);
        var earliest = due.SubmittedAt!.Value - Skew;
        var matches = new List<ProviderMessage>();
        await foreach (var candidate in provider.ListAsync(new ProviderMessageQuery(earliest, from, to), cancellationToken))
        {
            if (candidate.Direction == Direction.Outbound && candidate.CreatedAt >= earliest && candidate.Body == body
                && candidate.From == from.E164 && candidate.To == to.E164
                && !await db.Messages.AnyAsync(row => row.ProviderSid == candidate.Sid, cancellationToken))
            {
                matches.Add(candidate);
            }
        }

        return matches.Count == 1 ? matches[0] : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can say whether message {MessageId} in organization {OrganizationId} was sent; a person has to decide")]
    private partial void LogNeedsReview(Guid messageId, Guid organizationId);
}
