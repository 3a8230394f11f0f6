using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sitters;

namespace SnoutOS.Domain.Threads;

/// <summary>Conversations that are there before anybody writes: of a recurring client with the sitter who comes, and of a first meeting.</summary>
internal static class ProactiveThreads
{
    /// <summary>Makes the conversation in this transaction, or finds it; safe to repeat. What it depends on must be saved.</summary>
    public static async Task PrepareThreadAsync(
        this SnoutDbContext db, Guid clientId, Guid sitterId, NumberUse use, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (use == NumberUse.Visit && !await db.IsRecurringAsync(clientId, now, cancellationToken))
        {
            return;
        }

        var number = await NumberChoice.ForAsync(db, clientId, sitterId, use, now, cancellationToken);
        var thread = await db.Threads.OfAsync(db, clientId, number.Id, now, cancellationToken);
        if (number.Class != NumberClass.FrontDesk)
        {
            await db.ShowToAsync(sitterId, thread, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.Announce(thread.Id);
    }

    /// <summary>The sitter's own view of the conversation, which begins empty whatever was said before them.</summary>
    private static async Task ShowToAsync(this SnoutDbContext db, Guid sitterId, MessageThread thread, CancellationToken cancellationToken)
    {
        if (!await db.SitterConversations.AnyAsync(row => row.SitterId == sitterId && row.ThreadId == thread.Id, cancellationToken))
        {
            db.SitterConversations.Add(new SitterConversation
            {
                OrganizationId = db.OrganizationId,
                SitterId = sitterId,
                ThreadId = thread.Id,
                LastMessageAt = thread.CreatedAt,
            });
        }
    }
}
