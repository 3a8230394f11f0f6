using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Diagnostics;

/// <summary>Counts what has not reached the provider, or not arrived and waits for somebody to look after it.</summary>
internal static class OutboxCounts
{
    private static readonly MessageStatus[] Failures =
        [MessageStatus.Failed, MessageStatus.Undelivered, MessageStatus.Expired, MessageStatus.NeedsReview];

    public static async Task<OutboxReport> OfAsync(SnoutDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await db.Outbox
            .Where(entry => entry.State == OutboxState.Pending || entry.State == OutboxState.Submitting || entry.State == OutboxState.Ambiguous)
            .GroupBy(entry => new { entry.State, TriedBefore = entry.Attempts > 0 })
            .Select(group => new Waiting(group.Key.State, group.Key.TriedBefore, group.Count(), group.Min(entry => entry.CreatedAt)))
            .ToListAsync(cancellationToken);
        var oldest = waiting.Count == 0 ? TimeSpan.Zero : now - waiting.Min(group => group.Oldest);
        return new OutboxReport(
            Sum(waiting, group => group.State == OutboxState.Submitting || (group.State == OutboxState.Pending && !group.TriedBefore)),
            Sum(waiting, group => group.State == OutboxState.Pending && group.TriedBefore),
            Sum(waiting, group => group.State == OutboxState.Ambiguous),
            await FailedAsync(db, cancellationToken),
            (int)Math.Max(0, oldest.TotalSeconds));
    }

    private static int Sum(List<Waiting> waiting, Func<Waiting, bool> counts) => waiting.Where(counts).Sum(group => group.Count);

    /// <summary>Only threads that wait for the owner are looked into, which an index finds.</summary>
    private static Task<int> FailedAsync(SnoutDbContext db, CancellationToken cancellationToken) =>
        db.Threads
            .Where(thread => thread.NeedsOwnerSince != null && thread.HasFailedSend)
            .Join(db.Messages, thread => thread.Id, message => message.ThreadId, (thread, message) => message)
            .CountAsync(message => Failures.Contains(message.Status), cancellationToken);

    private sealed record Waiting(OutboxState State, bool TriedBefore, int Count, DateTimeOffset Oldest);
}
