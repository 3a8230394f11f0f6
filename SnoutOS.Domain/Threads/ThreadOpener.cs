using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Domain.Threads;

/// <summary>A conversation that was asked for, and whether it had to be made.</summary>
public sealed record OpenedThread(Guid ThreadId, bool Created);

/// <summary>Opens a conversation with a client before anybody has written. Without a sitter involved that is the front desk's.</summary>
public sealed class ThreadOpener(Writer writer, TimeProvider clock)
{
    /// <summary>Null when the client is not the actor's to write to, or the organization has no front desk number.</summary>
    public Task<OpenedThread?> OpenAsync(Actor actor, Guid clientId, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var frontDesk = await NumberGate.FrontDeskAsync(db, cancellationToken);
            if (!actor.SeesEverything || frontDesk is null || !await db.Clients.AnyAsync(client => client.Id == clientId, cancellationToken))
            {
                return null;
            }

            var thread = await db.Threads.OfAsync(db, clientId, frontDesk.Value, clock.GetUtcNow(), cancellationToken);
            var created = db.Entry(thread).State == EntityState.Added;
            if (created)
            {
                db.Announce(thread.Id);
            }

            return new OpenedThread(thread.Id, created);
        }, cancellationToken);
}
