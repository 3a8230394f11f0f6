using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Sitters;

/// <summary>The sitter beside the office in a conversation, and whether they see what the office writes unless told otherwise.</summary>
public sealed record Audience(Guid SitterId, bool SeesByDefault);

/// <summary>
/// Who else is in a conversation: on a sitter's number its sitter, on a pool number whom the client's last message went
/// to, else who is with the client now or comes next. On the front desk nobody ever is.
/// </summary>
public static class SitterAudience
{
    public static async Task<Audience?> AudienceOfAsync(
        this SnoutDbContext db, MessageThread thread, MessageNumber number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (number.Class == NumberClass.FrontDesk)
        {
            return null;
        }

        var lastWentTo = await LastWentToAsync(db, thread.Id, cancellationToken);
        var sitter = number.SitterId ?? lastWentTo ?? await PresentOrNextAsync(db, number, thread.ClientId, now, cancellationToken);
        return sitter is { } id ? new Audience(id, SeesByDefault: lastWentTo == id) : null;
    }

    /// <summary>Who is with the client now or comes next, by the windows on a thread.</summary>
    public static Task<Guid?> PresentOrNextAsync(
        SnoutDbContext db, MessageNumber number, Guid clientId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WindowsOn(number, clientId)
            .Where(window => window.ClosesAt > now)
            .OrderBy(window => window.OpensAt)
            .Select(window => (Guid?)window.SitterId)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The sitter whom the client's last message on the thread was routed to; null when it went to the owner.</summary>
    private static async Task<Guid?> LastWentToAsync(SnoutDbContext db, Guid threadId, CancellationToken cancellationToken) =>
        await db.Messages
            .Where(message => message.ThreadId == threadId && message.Direction == Direction.Inbound)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .Take(1)
            .Select(message => db.RoutingDecisions.Where(decision => decision.MessageId == message.Id).Select(decision => decision.SitterId).FirstOrDefault())
            .FirstOrDefaultAsync(cancellationToken);
}
