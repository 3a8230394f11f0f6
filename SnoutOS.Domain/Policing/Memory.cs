using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>
/// What a sitter and a client told each other a moment ago, on whatever numbers: a number can be split over messages, or
/// come half from each side.
/// </summary>
internal static class Memory
{
    public static readonly TimeSpan Reach = TimeSpan.FromMinutes(10);

    /// <summary>More would only make the reading slower: a number has few digits.</summary>
    private const int Most = 20;

    /// <summary>What was delivered between the sitter and the client, the oldest first.</summary>
    public static async Task<IReadOnlyList<string>> BetweenAsync(
        this SnoutDbContext db, Guid sitterId, Guid clientId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Reach;
        var threads = await db.Threads.Where(thread => thread.ClientId == clientId).Select(thread => thread.Id).ToListAsync(cancellationToken);
        var last = await (
            from shared in db.SharedMessages
            where shared.SitterId == sitterId && threads.Contains(shared.ThreadId) && shared.MessageAt > since && shared.Reason != ShareReason.Shown
            join message in db.Messages on shared.MessageId equals message.Id
            where message.Purpose == MessagePurpose.Conversation && message.Status != MessageStatus.Failed && message.Status != MessageStatus.Dismissed
            orderby shared.MessageAt descending, shared.MessageId descending
            select message.Body)
            .Take(Most)
            .ToListAsync(cancellationToken);
        last.Reverse();
        return last;
    }
}
