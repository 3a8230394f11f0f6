using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Organizations;

internal static class Survivors
{
    /// <summary>
    /// The card on which a merged client goes on, also where the one it was merged into was merged in its turn. Null for a
    /// card of its own. A survivor is never one that was merged before, so the way has an end.
    /// </summary>
    public static async Task<Guid?> SurvivorOfAsync(this SnoutDbContext db, Guid clientId, CancellationToken cancellationToken)
    {
        Guid? last = null;
        while (await db.Clients.Where(row => row.Id == (last ?? clientId)).Select(row => row.MergedIntoId).FirstOrDefaultAsync(cancellationToken) is { } next)
        {
            last = next;
        }

        return last;
    }
}
