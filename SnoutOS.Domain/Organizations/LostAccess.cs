using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Organizations;

internal static class LostAccess
{
    /// <summary>What waited for a sitter who no longer reads it waits for the owner, and has done so since it came.</summary>
    public static async Task ReturnToOwnerAsync(this SnoutDbContext db, Guid sitterId, CancellationToken cancellationToken)
    {
        var waiting = await db.Threads
            .Where(thread => thread.AwaitsSitterSince != null && thread.AwaitsSitterId == sitterId)
            .ToListAsync(cancellationToken);
        foreach (var thread in waiting)
        {
            thread.GiveBackToOwner();
            db.Announce(thread.Id);
        }
    }
}
