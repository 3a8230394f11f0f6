using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Policing;

/// <summary>What became of a wish to allow a number or site. The cases are closed.</summary>
public abstract record AllowResult
{
    private AllowResult()
    {
    }

    public sealed record Allowed(Guid Id) : AllowResult;

    /// <summary>Neither a telephone number nor the name of a site.</summary>
    public sealed record NotReadable : AllowResult;

    /// <summary>A client's own phone or somebody's of the team: only with the owner's express word.</summary>
    public sealed record BelongsToSomebody(string Name) : AllowResult;

    public sealed record AlreadyAllowed : AllowResult;
}

/// <summary>The numbers and sites that a business lets its people name.</summary>
public sealed class AllowedContacts(SnoutDb database, Writer writer, TimeProvider clock)
{
    public async Task<IReadOnlyList<AllowedListing>> ListAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await (
            from row in db.AllowedContacts
            join user in db.Users on row.AddedByUserId equals user.Id into users
            from user in users.DefaultIfEmpty()
            orderby row.Kind, row.Value
            select new AllowedListing(row.Id, row.Kind, row.Value, row.Note, user!.Name, row.AddedAt)).ToListAsync(cancellationToken);
    }

    /// <summary>What may be named in a message to or from anybody: the list and the business's own numbers.</summary>
    public async Task<AllowList> ForEverybodyAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var (numbers, sites) = await CommonAsync(db, cancellationToken);
        return new AllowList(numbers, sites);
    }

    /// <param name="actor">An owner or admin.</param>
    /// <param name="text">A number in whatever form, or a site with or without what stands before and after its host.</param>
    /// <param name="note">Whose it is.</param>
    /// <param name="evenSomebodys">Whether it may be a client's own phone or a user's personal one.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    public Task<AllowResult> AddAsync(Actor actor, string text, string note, bool evenSomebodys, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, db => AddAsync(db, actor, text, note, evenSomebodys, clock.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>False when there is none by this id.</summary>
    public Task<bool> RemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            if (await db.AllowedContacts.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            {
                return false;
            }

            db.AllowedContacts.Remove(row);
            var act = AuditAct.By(actor, "anti_poaching.disallowed", $"allowed {id}", TagWords.Of(row.Kind));
            await AuditLog.AppendAsync(db, act, clock.GetUtcNow(), cancellationToken);
            return true;
        }, cancellationToken);

    internal static async Task<AllowResult> AddAsync(
        SnoutDbContext db, Actor actor, string text, string note, bool evenSomebodys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (AllowedForm.Read(text) is not var (kind, value))
        {
            return new AllowResult.NotReadable();
        }

        if (await db.AllowedContacts.AnyAsync(row => row.Kind == kind && row.Value == value, cancellationToken))
        {
            return new AllowResult.AlreadyAllowed();
        }

        if (kind == AllowedKind.Number && !evenSomebodys && await SomebodyAsync(db, PhoneNumber.Parse(value, null), cancellationToken) is { } name)
        {
            return new AllowResult.BelongsToSomebody(name);
        }

        var added = new AllowedContact
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Value = value,
            Note = note.Trim() is var words && words.Length <= AllowedContact.LongestNote ? words : words[..AllowedContact.LongestNote],
            AddedByUserId = actor.UserId,
            AddedAt = now,
        };
        db.AllowedContacts.Add(added);
        await AuditLog.AppendAsync(db, AuditAct.By(actor, "anti_poaching.allowed", $"allowed {added.Id}", TagWords.Of(kind)), now, cancellationToken);
        return new AllowResult.Allowed(added.Id);
    }

    /// <summary>
    /// What may be named in a message to or from a client: the list, the business's own numbers, and the vets and emergency
    /// contacts on the client's card.
    /// </summary>
    internal static async Task<AllowList> OfAsync(SnoutDbContext db, Guid clientId, CancellationToken cancellationToken) =>
        (await OfAsync(db, [clientId], cancellationToken))[clientId];

    /// <summary>The same for several clients, in as many queries as for one.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, AllowList>> OfAsync(
        SnoutDbContext db, IReadOnlyCollection<Guid> clientIds, CancellationToken cancellationToken)
    {
        if (clientIds.Count == 0)
        {
            return new Dictionary<Guid, AllowList>();
        }

        var (numbers, sites) = await CommonAsync(db, cancellationToken);
        var onCards = await db.ClientPhones
            .Where(phone => clientIds.Contains(phone.ClientId) && phone.Kind != ClientPhoneKind.Own)
            .Select(phone => new { phone.ClientId, phone.Phone }).ToListAsync(cancellationToken);
        var cards = onCards.ToLookup(phone => phone.ClientId, phone => phone.Phone.E164);
        var common = new AllowList(numbers, sites);
        return clientIds.ToDictionary(id => id, id => cards.Contains(id) ? new AllowList([.. numbers, .. cards[id]], sites) : common);
    }

    private static async Task<(IReadOnlyList<string> Numbers, IReadOnlyList<string> Sites)> CommonAsync(
        SnoutDbContext db, CancellationToken cancellationToken)
    {
        var listed = await db.AllowedContacts.AsNoTracking().ToListAsync(cancellationToken);
        var own = await db.Numbers.Where(number => number.Status == NumberStatus.Active).Select(number => number.Phone).ToListAsync(cancellationToken);
        return (
            [.. listed.Where(row => row.Kind == AllowedKind.Number).Select(row => row.Value), .. own.Select(number => number.E164)],
            [.. listed.Where(row => row.Kind == AllowedKind.Site).Select(row => row.Value)]);
    }

    private static async Task<string?> SomebodyAsync(SnoutDbContext db, PhoneNumber phone, CancellationToken cancellationToken) =>
        await db.ClientPhones.Where(row => row.Phone == phone && row.Kind == ClientPhoneKind.Own)
            .Join(db.Clients, row => row.ClientId, client => client.Id, (row, client) => client.Name).FirstOrDefaultAsync(cancellationToken)
        ?? await db.Users.Where(user => user.PersonalPhone == phone).Select(user => user.Name).FirstOrDefaultAsync(cancellationToken);
}
