using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Threads;

internal static class ThreadNews
{
    /// <summary>
    /// Tells whoever looks at a conversation with one of the clients, or at clients and their visits, that something about
    /// them changed.
    /// </summary>
    public static async Task AnnounceThreadsOfAsync(
        this SnoutDbContext db, IReadOnlyCollection<Guid> clientIds, CancellationToken cancellationToken)
    {
        var threads = await db.Threads.Where(thread => clientIds.Contains(thread.ClientId)).Select(thread => thread.Id).ToListAsync(cancellationToken);
        threads.ForEach(db.Announce);
        db.AnnounceClients();
    }

    /// <summary>Tells whoever looks at a sitter's conversations that what the sitter may do there changed.</summary>
    public static async Task AnnounceConversationsOfAsync(this SnoutDbContext db, Guid sitterId, CancellationToken cancellationToken)
    {
        var threads = await db.SitterConversations.Where(row => row.SitterId == sitterId).Select(row => row.ThreadId).ToListAsync(cancellationToken);
        threads.ForEach(db.Announce);
    }
}
