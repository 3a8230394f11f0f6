using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Organizations;

/// <summary>The business's clients and their cards.</summary>
public sealed class ClientBook(SnoutDb database, Writer writer, NumberDirectory numbers, TimeProvider clock)
{
    /// <summary>Clients by name, after one of them. Null when there is no such client to go on from.</summary>
    public async Task<Slice<ClientSummary>?> ListAsync(Actor reader, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var clients = db.Clients.Where(client => client.MergedIntoId == null);
        if (after is { } id)
        {
            var name = await db.Clients.Where(client => client.Id == id).Select(client => client.Name).FirstOrDefaultAsync(cancellationToken);
            if (name is null)
            {
                return null;
            }

            clients = clients.Where(client => client.Name.CompareTo(name) > 0 || (client.Name == name && client.Id.CompareTo(id) > 0));
        }

        var rows = await clients.OrderBy(client => client.Name).ThenBy(client => client.Id).Take(limit + 1)
            .Summaries(db, clock.GetUtcNow()).ToListAsync(cancellationToken);
        return rows.Cut(limit);
    }

    /// <summary>Null when the organization has no such client.</summary>
    public async Task<ClientSummary?> FindAsync(Actor reader, Guid clientId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await db.Clients.Where(client => client.Id == clientId).Summaries(db, clock.GetUtcNow()).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The whole card with the whole numbers, which is audited. Null when the organization has no such client.</summary>
    public Task<ClientCard?> RevealAsync(Actor reader, Guid clientId, CancellationToken cancellationToken) =>
        writer.CommitAsync(reader.OrganizationId, async db =>
        {
            var summary = await db.Clients.Where(row => row.Id == clientId).Summaries(db, clock.GetUtcNow()).FirstOrDefaultAsync(cancellationToken);
            if (summary is null)
            {
                return null;
            }

            var client = await db.Clients.AsNoTracking().Include(row => row.Phones).FirstAsync(row => row.Id == clientId, cancellationToken);
            await AuditAsync(db, reader, "client.numbers_revealed", clientId, cancellationToken);
            return new ClientCard(summary, client.ToEntry());
        }, cancellationToken);

    /// <summary>Takes on a client. A contact who wrote from one of the phones becomes that client: same row, same threads.</summary>
    public Task<ClientRecording> RegisterAsync(Actor actor, ClientEntry entry, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, db => RegisterAsync(db, actor, entry, cancellationToken), cancellationToken);

    /// <summary>The same within a transaction of the caller's.</summary>
    internal async Task<ClientRecording> RegisterAsync(SnoutDbContext db, Actor actor, ClientEntry entry, CancellationToken cancellationToken)
    {
        var holders = await HoldersAsync(db, entry, cancellationToken);
        var contactId = entry.Phones
            .Select(phone => holders.GetValueOrDefault(phone))
            .FirstOrDefault(holder => holder?.Kind is ClientKind.Contact or ClientKind.Spam)?.ClientId;
        var client = contactId is { } known ? await db.Clients.Include(row => row.Phones).FirstAsync(row => row.Id == known, cancellationToken) : NewClient(actor);
        if (await ObjectionAsync(entry, holders, client.Id, cancellationToken) is { } objection)
        {
            return objection;
        }

        if (contactId is null)
        {
            db.Clients.Add(client);
        }

        return await RecordAsync(db, actor, client, entry, contactId is null ? "client.registered" : "client.promoted", cancellationToken);
    }

    /// <summary>Writes a card anew. A contact becomes a client by it.</summary>
    public Task<ClientRecording> ChangeAsync(Actor actor, Guid clientId, ClientEntry entry, CancellationToken cancellationToken) =>
        writer.CommitAsync<ClientRecording>(actor.OrganizationId, async db =>
        {
            var client = await db.Clients.Include(row => row.Phones).FirstOrDefaultAsync(row => row.Id == clientId, cancellationToken);
            if (client is null)
            {
                return new ClientRecording.NotFound();
            }

            if (client.Kind is ClientKind.Service or ClientKind.Staff)
            {
                return new ClientRecording.NotAClient();
            }

            if (await db.SurvivorOfAsync(clientId, cancellationToken) is { } survivor)
            {
                return new ClientRecording.MergedAway(survivor);
            }

            return await ObjectionAsync(entry, await HoldersAsync(db, entry, cancellationToken), clientId, cancellationToken)
                ?? await RecordAsync(db, actor, client, entry, "client.changed", cancellationToken);
        }, cancellationToken);

    private Client NewClient(Actor actor) => new()
    {
        OrganizationId = actor.OrganizationId,
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        CreatedAt = clock.GetUtcNow(),
    };

    /// <summary>Whose own phones the entry's are at present.</summary>
    private static Task<Dictionary<PhoneNumber, PhoneHolder>> HoldersAsync(SnoutDbContext db, ClientEntry entry, CancellationToken cancellationToken) =>
        db.ClientPhones
            .Where(row => row.Kind == ClientPhoneKind.Own && entry.Phones.Contains(row.Phone))
            .Join(db.Clients, row => row.ClientId, client => client.Id, (row, client) => new { row.Phone, client.Id, client.Name, client.Kind })
            .ToDictionaryAsync(row => row.Phone, row => new PhoneHolder(row.Id, row.Name, row.Kind), cancellationToken);

    private async Task<ClientRecording?> ObjectionAsync(
        ClientEntry entry, Dictionary<PhoneNumber, PhoneHolder> holders, Guid clientId, CancellationToken cancellationToken)
    {
        for (var index = 0; index < entry.Phones.Count; index++)
        {
            if (holders.TryGetValue(entry.Phones[index], out var holder) && holder.ClientId != clientId)
            {
                return new ClientRecording.PhoneTaken(index, holder);
            }

            if (await numbers.IsOursAsync(entry.Phones[index], cancellationToken))
            {
                return new ClientRecording.PhoneIsOurs(index);
            }
        }

        return null;
    }

    private async Task<ClientRecording> RecordAsync(
        SnoutDbContext db, Actor actor, Client client, ClientEntry entry, string action, CancellationToken cancellationToken)
    {
        if (!await client.TryWriteAsync(db, entry, clock.GetUtcNow(), cancellationToken))
        {
            return new ClientRecording.PhoneInUse();
        }

        await AuditAsync(db, actor, action, client.Id, cancellationToken);
        await db.AnnounceThreadsOfAsync([client.Id], cancellationToken);
        return new ClientRecording.Recorded(client.Id);
    }

    private Task AuditAsync(SnoutDbContext db, Actor actor, string action, Guid clientId, CancellationToken cancellationToken) =>
        AuditLog.AppendAsync(db, AuditAct.By(actor, action, $"client {clientId}"), clock.GetUtcNow(), cancellationToken);
}
