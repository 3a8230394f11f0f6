using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>
/// Another number becomes the front desk. Old and new change in one transaction, so that at every commit the business
/// has exactly one.
/// </summary>
internal static class FrontDeskChange
{
    public static async Task ReplaceAsync(SnoutDbContext db, MessageNumber successor, FormerFrontDesk former, CancellationToken cancellationToken)
    {
        var old = await db.Numbers.FrontDesk().FirstOrDefaultAsync(cancellationToken);
        if (old is not null)
        {
            switch (former)
            {
                case FormerFrontDesk.Released:
                    old.Status = NumberStatus.Released;
                    break;
                case FormerFrontDesk.Pool:
                    old.Become(NumberClass.Pool, sitterId: null);
                    break;
            }

            // The database counts front desks statement by statement: the old one goes first.
            await db.SaveChangesAsync(cancellationToken);
            await db.AnnounceNumberAsync(old.Id, cancellationToken);
        }

        successor.Become(NumberClass.FrontDesk, sitterId: null);
    }

    /// <summary>Whether a sitter has ever seen a conversation on the number.</summary>
    public static Task<bool> WasSeenBySittersAsync(SnoutDbContext db, Guid numberId, CancellationToken cancellationToken) =>
        db.Threads.Where(thread => thread.NumberId == numberId)
            .AnyAsync(thread => db.SitterConversations.Any(row => row.ThreadId == thread.Id), cancellationToken);
}
