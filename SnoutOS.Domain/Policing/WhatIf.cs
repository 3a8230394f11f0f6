using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>How far a comparison has come.</summary>
public readonly record struct WhatIfProgress(int Done, int Total);

/// <summary>
/// Tells what other rules would have done to what sitters and clients wrote lately, compared with the rules in force. Both
/// are judged by the detector of today, and each message alone: what was delivered shortly before it is left out, and so
/// are contact cards. Nothing is written.
/// </summary>
public sealed class WhatIf(SnoutDb database, TimeProvider clock)
{
    public static readonly TimeSpan Reach = TimeSpan.FromDays(90);

    /// <summary>How many messages are in memory at once, beside those that are told of.</summary>
    private const int Batch = 500;

    /// <summary>The newest messages first. Works beside the caller's thread, and stops at the next message when cancelled.</summary>
    /// <param name="reader">An owner or admin.</param>
    /// <param name="edited">The rules to compare with those in force.</param>
    /// <param name="progress">Told before the first message and after each batch.</param>
    /// <param name="cancellationToken">Cancels; there is nothing to undo.</param>
    public Task<WhatIfReport> RunAsync(Actor reader, RuleSet edited, IProgress<WhatIfProgress> progress, CancellationToken cancellationToken) =>
        Task.Run(() => CompareAsync(reader, edited, progress, cancellationToken), cancellationToken);

    private async Task<WhatIfReport> CompareAsync(
        Actor reader, RuleSet edited, IProgress<WhatIfProgress> progress, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = database.ForOrganization(reader.OrganizationId);
        var inForce = RuleSet.Of(await db.RulesAsync(cancellationToken));
        var tally = new WhatIfTally(now - Reach);
        var total = await Judged(db, tally.Since, now).CountAsync(cancellationToken);
        progress.Report(new WhatIfProgress(0, total));
        PageCursor? place = null;
        do
        {
            var batch = await ReadAsync(db, tally.Since, place ?? new PageCursor(now, Guid.Empty), isFirst: place is null, cancellationToken);
            await JudgeAsync(db, batch, inForce, edited, tally, cancellationToken);
            progress.Report(new WhatIfProgress(tally.Checked, Math.Max(total, tally.Checked)));
            place = batch.Count < Batch ? null : new PageCursor(batch[^1].At, batch[^1].Id);
        }
        while (place is not null);
        return tally.ToReport();
    }

    /// <summary>What sitters wrote to clients, and what clients wrote that a sitter was to get.</summary>
    private static IQueryable<Message> Judged(SnoutDbContext db, DateTimeOffset since, DateTimeOffset until) => db.Messages.Where(message =>
        message.CreatedAt >= since && message.CreatedAt <= until
        && message.Purpose == MessagePurpose.Conversation
        && ((message.Direction == Direction.Outbound && message.AuthorKind == AuthorKind.Sitter)
            || (message.Direction == Direction.Inbound
                && (db.RoutingDecisions.Any(decision => decision.MessageId == message.Id && decision.SitterId != null)
                    || db.SharedMessages.Any(shared => shared.MessageId == message.Id)))));

    // The upper bound says once more what the cursor says, in a form in which every database starts its index there.
    private static Task<List<WrittenMessage>> ReadAsync(
        SnoutDbContext db, DateTimeOffset since, PageCursor place, bool isFirst, CancellationToken cancellationToken) => (
        from message in Judged(db, since, place.At).After(isFirst ? null : place)
        join thread in db.Threads on message.ThreadId equals thread.Id
        join client in db.Clients on thread.ClientId equals client.Id
        orderby message.CreatedAt descending, message.Id descending
        select new WrittenMessage(
            message.Id, message.ThreadId, client.Id, client.Name, message.Direction, message.AuthorName, message.Body, message.CreatedAt,
            message.Direction == Direction.Outbound || db.RoutingDecisions.Any(decision => decision.MessageId == message.Id && decision.SitterId != null)))
        .Take(Batch)
        .ToListAsync(cancellationToken);

    private static async Task JudgeAsync(
        SnoutDbContext db, List<WrittenMessage> batch, RuleSet inForce, RuleSet edited, WhatIfTally tally, CancellationToken cancellationToken)
    {
        var suspects = new List<WrittenMessage>();
        var detector = new Detector();
        foreach (var message in batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (detector.Inspect(message.Body).Count > 0)
            {
                suspects.Add(message);
            }
        }

        tally.Checked += batch.Count - suspects.Count;
        var allowed = await AllowedContacts.OfAsync(db, [.. suspects.Select(message => message.ClientId).Distinct()], cancellationToken);
        foreach (var message in suspects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var findings = new Detector(allowed[message.ClientId]).Inspect(message.Body);
            tally.Add(message, findings, inForce.For(message.Direction), edited.For(message.Direction));
        }
    }
}

/// <param name="MayBeHeld">False for a client's message that the owner handed to a sitter by hand: it is masked at most.</param>
internal sealed record WrittenMessage(
    Guid Id, Guid ThreadId, Guid ClientId, string ClientName, Direction Direction, string AuthorName, string Body, DateTimeOffset At, bool MayBeHeld);
