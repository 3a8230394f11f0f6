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

        // A sitter never sees the front desk, where the conversation ends up when the pool is empty.
        if (number.Class != NumberClass.FrontDesk)
        {
            await db.ConversationOfAsync(sitterId, thread.Id, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.Announce(thread.Id);
    }
}
