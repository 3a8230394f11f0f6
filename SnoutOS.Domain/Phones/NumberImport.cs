using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>What a number of the provider's account is to the business that looks at it.</summary>
public enum ImportStanding
{
    /// <summary>Nobody's yet: can be imported.</summary>
    New,

    /// <summary>The business has it.</summary>
    Ours,

    /// <summary>Some client's own phone, which never becomes a number of a business.</summary>
    AClients,

    /// <summary>It cannot text.</summary>
    NoTexts,
}

/// <summary>A number of the account and what it is to the business; its id there once it is ours.</summary>
public sealed record ImportCandidate(ProviderNumber Number, ImportStanding Standing, Guid? NumberId);

/// <summary>What became of an import. The cases are closed; a refused one has written nothing.</summary>
public abstract record NumberImportResult
{
    private NumberImportResult()
    {
    }

    public sealed record Imported(IReadOnlyList<NumberListing> Numbers) : NumberImportResult;

    /// <summary>The account has no number by this id.</summary>
    public sealed record NotTheirs(string Sid) : NumberImportResult;

    /// <summary>One of the numbers is not there to be taken.</summary>
    public sealed record Refused(string Sid, ImportStanding Standing) : NumberImportResult;

    /// <summary>A sitter's number is given to its sitter, one by one.</summary>
    public sealed record NotForSitters : NumberImportResult;

    /// <summary>There is exactly one, and the business has it.</summary>
    public sealed record FrontDeskExists : NumberImportResult;
}

/// <summary>
/// Takes numbers over from the provider's account. Many businesses may share the account: a number that belongs to
/// another one is neither shown nor spoken of. Importing changes nothing at the provider.
/// </summary>
public sealed class NumberImport(SnoutDb database, Writer writer, IProviderNumbers provider, TimeProvider clock)
{
    public async Task<IReadOnlyList<ImportCandidate>> LookAsync(Actor reader, CancellationToken cancellationToken)
    {
        var theirs = await provider.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var standings = await StandingsAsync(theirs, cancellationToken);
        return
        [
            .. theirs.Select(number => (Number: number, Known: standings(number)))
                .Where(row => row.Known.Owner is not { } owner || owner.OrganizationId == reader.OrganizationId)
                .OrderBy(row => row.Number.Phone.E164, StringComparer.Ordinal)
                .Select(row => new ImportCandidate(row.Number, row.Known.Standing, row.Known.Owner?.Id)),
        ];
    }

    /// <summary>Takes over the numbers with these ids of the provider's, all of them or none.</summary>
    public async Task<NumberImportResult> ImportAsync(
        Actor actor, IReadOnlyCollection<string> sids, NumberClass numberClass, CancellationToken cancellationToken)
    {
        if (numberClass == NumberClass.Sitter)
        {
            return new NumberImportResult.NotForSitters();
        }

        var wanted = sids.Distinct(StringComparer.Ordinal).ToList();
        var theirs = await provider.ListAsync(cancellationToken)
            .ToDictionaryAsync(number => number.Sid, StringComparer.Ordinal, cancellationToken);
        return wanted.Find(sid => !theirs.ContainsKey(sid)) is { } unknown
            ? new NumberImportResult.NotTheirs(unknown)
            : await writer.CommitAsync(
                actor.OrganizationId,
                db => AddAsync(db, actor, wanted.ConvertAll(sid => theirs[sid]), numberClass, cancellationToken),
                cancellationToken);
    }

    private async Task<NumberImportResult> AddAsync(
        SnoutDbContext db, Actor actor, List<ProviderNumber> wanted, NumberClass numberClass, CancellationToken cancellationToken)
    {
        var standings = await StandingsAsync(wanted, cancellationToken);
        if (wanted.Find(number => standings(number).Standing != ImportStanding.New) is { } refused)
        {
            return new NumberImportResult.Refused(refused.Sid, standings(refused).Standing);
        }

        if (numberClass == NumberClass.FrontDesk && (wanted.Count > 1 || await db.Numbers.FrontDesk().AnyAsync(cancellationToken)))
        {
            return new NumberImportResult.FrontDeskExists();
        }

        var added = new List<NumberListing>();
        foreach (var number in wanted)
        {
            var row = RowOf(actor, number, numberClass);
            db.Numbers.Add(row);
            var act = AuditAct.By(actor, "number.imported", $"number {row.Id}", TagWords.Of(numberClass));
            await AuditLog.AppendAsync(db, act, clock.GetUtcNow(), cancellationToken);
            added.Add(new NumberListing(row.Id, row.Phone, row.Class, row.Status, SitterId: null, Leases: 0));
        }

        return new NumberImportResult.Imported(added);
    }

    private MessageNumber RowOf(Actor actor, ProviderNumber number, NumberClass numberClass) => new()
    {
        OrganizationId = actor.OrganizationId,
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        Phone = number.Phone,
        Class = numberClass,
        Status = NumberStatus.Active,
        ProviderSid = number.Sid,
        Webhook = number.Webhook,
        WebhookCheckedAt = clock.GetUtcNow(),
        CreatedAt = clock.GetUtcNow(),
    };

    /// <summary>What each number is to the installation, and whose.</summary>
    private async Task<Func<ProviderNumber, Known>> StandingsAsync(
        List<ProviderNumber> numbers, CancellationToken cancellationToken)
    {
        var phones = numbers.ConvertAll(number => number.Phone);
        await using var db = database.ForInstallation();
        var ours = await db.AllNumbers().Where(row => phones.Contains(row.Phone))
            .Select(row => new { row.Phone, Place = new NumberPlace(row.OrganizationId, row.Id) })
            .ToDictionaryAsync(row => row.Phone, row => row.Place, cancellationToken);
        var clients = await db.AllClientPhones()
            .Where(row => row.Kind == Organizations.ClientPhoneKind.Own && phones.Contains(row.Phone))
            .Select(row => row.Phone)
            .ToListAsync(cancellationToken);
        return number => ours.TryGetValue(number.Phone, out var place) ? new Known(ImportStanding.Ours, place)
            : clients.Contains(number.Phone) ? new Known(ImportStanding.AClients, null)
            : number.TakesTexts ? new Known(ImportStanding.New, null)
            : new Known(ImportStanding.NoTexts, null);
    }

    private sealed record NumberPlace(Guid OrganizationId, Guid Id);

    private sealed record Known(ImportStanding Standing, NumberPlace? Owner);
}
