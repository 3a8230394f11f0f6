using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Organizations;

internal static class WaitingMessages
{
    /// <summary>What waited for a sitter who no longer reads it waits for the owner, and has done so since it came.</summary>
    public static async Task ReturnToOwnerAsync(this SnoutDbContext db, Guid sitterId, CancellationToken cancellationToken)
    {
        var waiting = await db.Threads
            .Where(thread => thread.AwaitsSitterSince != null && thread.AwaitsSitterId == sitterId)
            .ToListAsync(cancellationToken);
        foreach (var thread in waiting)
        {
            thread.NeedsOwnerSince ??= thread.AwaitsSitterSince;
            (thread.AwaitsSitterSince, thread.AwaitsSitterId) = (null, null);
            db.Announce(thread.Id);
        }
    }
}
