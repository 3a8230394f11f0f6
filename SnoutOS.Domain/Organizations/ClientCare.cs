using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Organizations;

/// <summary>What became of an act on a card.</summary>
public enum ClientCareResult
{
    Done,

    /// <summary>No such client, or no such phone on the card.</summary>
    NotFound,

    /// <summary>Only a contact, a client or a spammer can be told from one another.</summary>
    NotAClient,
}

/// <summary>Small acts on cards: who is spam and who is not, and whose a phone is.</summary>
public sealed class ClientCare(Writer writer, TimeProvider clock)
{
    /// <summary>Stored from now on, but in no inbox and never answered. What waited of it waits no longer.</summary>
    public Task<ClientCareResult> MarkSpamAsync(Actor actor, Guid clientId, CancellationToken cancellationToken) =>
        ChangeKindAsync(actor, clientId, ClientKind.Spam, "client.marked_spam", thread => thread.Settle(), cancellationToken);

    /// <summary>A contact again, as after their first text.</summary>
    public Task<ClientCareResult> UnmarkSpamAsync(Actor actor, Guid clientId, CancellationToken cancellationToken) =>
        ChangeKindAsync(actor, clientId, ClientKind.Contact, "client.unmarked_spam", _ => { }, cancellationToken);

    /// <summary>Makes a client of a contact: same row, same conversations, now with a name. The card's phones stay as they are.</summary>
    /// <param name="name">Not blank.</param>
    /// <param name="pets">May be empty.</param>
    public Task<ClientCareResult> PromoteAsync(Actor actor, Guid clientId, string name, string pets, CancellationToken cancellationToken) =>
        ChangeKindAsync(actor, clientId, ClientKind.Client, "client.promoted", _ => { }, cancellationToken, client =>
            (client.Name, client.Pets) = (name, pets));

    /// <summary>Moves one of a client's own phones to another card; what it writes from now on is the other's.</summary>
    public Task<ClientCareResult> MovePhoneAsync(Actor actor, Guid fromId, PhoneNumber phone, Guid toId, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var row = await db.ClientPhones.FirstOrDefaultAsync(
                item => item.ClientId == fromId && item.Phone == phone && item.Kind == ClientPhoneKind.Own, cancellationToken);
            var to = await db.Clients.FirstOrDefaultAsync(client => client.Id == toId && client.MergedIntoId == null, cancellationToken);
            if (row is null || to is null || fromId == toId)
            {
                return ClientCareResult.NotFound;
            }

            if (to.Kind is ClientKind.Service or ClientKind.Staff)
            {
                return ClientCareResult.NotAClient;
            }

            var last = await db.ClientPhones.Where(item => item.ClientId == toId).MaxAsync(item => (int?)item.Position, cancellationToken);
            (row.ClientId, row.Position) = (toId, (last ?? -1) + 1);

            // An answer on the old card's threads must not go to a phone that is no longer theirs.
            await db.Threads.Where(thread => thread.ClientId == fromId && thread.LastClientPhoneId == row.Id)
                .ExecuteUpdateAsync(thread => thread.SetProperty(item => item.LastClientPhoneId, (Guid?)null), cancellationToken);
            await AuditLog.AppendAsync(
                db, AuditAct.By(actor, "client.phone_moved", $"client {fromId}", $"client {toId}"), clock.GetUtcNow(), cancellationToken);
            await db.AnnounceThreadsOfAsync([fromId, toId], cancellationToken);
            return ClientCareResult.Done;
        }, cancellationToken);

    private Task<ClientCareResult> ChangeKindAsync(
        Actor actor, Guid clientId, ClientKind kind, string action, Action<MessageThread> onThread, CancellationToken cancellationToken,
        Action<Client>? onClient = null) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var client = await db.Clients.FirstOrDefaultAsync(row => row.Id == clientId, cancellationToken);
            if (client is null)
            {
                return ClientCareResult.NotFound;
            }

            if (client.Kind is ClientKind.Service or ClientKind.Staff)
            {
                return ClientCareResult.NotAClient;
            }

            client.Kind = kind;
            onClient?.Invoke(client);
            foreach (var thread in await db.Threads.Where(row => row.ClientId == clientId).ToListAsync(cancellationToken))
            {
                onThread(thread);
            }

            await AuditLog.AppendAsync(db, AuditAct.By(actor, action, $"client {clientId}"), clock.GetUtcNow(), cancellationToken);
            await db.AnnounceThreadsOfAsync([clientId], cancellationToken);
            return ClientCareResult.Done;
        }, cancellationToken);
}
