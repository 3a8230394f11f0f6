using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Phones;

/// <summary>One number of the business, whole, and how many clients hold a lease on it.</summary>
public sealed record NumberListing(Guid Id, PhoneNumber Phone, NumberClass Class, NumberStatus Status, Guid? SitterId, int Leases)
{
    /// <summary>Whose it is, or was while it rests.</summary>
    public string? SitterName { get; init; }

    public DateTimeOffset? CoolsUntil { get; init; }

    /// <summary>Where the provider sends its texts, as of the last look.</summary>
    public WebhookState Webhook { get; init; }

    public DateTimeOffset? WebhookCheckedAt { get; init; }

    /// <summary>A sitter had it once, so that it may join the pool and become nothing else.</summary>
    public bool IsPoolOnly { get; init; }
}

/// <summary>What became of adding a number. The cases are closed.</summary>
public abstract record NumberAddition
{
    private NumberAddition()
    {
    }

    public sealed record Added(NumberListing Number) : NumberAddition;

    /// <summary>It belongs to a business of this installation already.</summary>
    public sealed record NumberTaken : NumberAddition;

    public sealed record FrontDeskExists : NumberAddition;

    /// <summary>It is some client's own phone.</summary>
    public sealed record PhoneIsAClients : NumberAddition;

    /// <summary>A sitter number names its sitter, any other names none.</summary>
    public sealed record SitterMismatch : NumberAddition;

    /// <summary>No such sitter in the organization.</summary>
    public sealed record SitterNotFound : NumberAddition;

    /// <summary>The sitter has an active number.</summary>
    public sealed record SitterHasNumber : NumberAddition;

    /// <summary>The sitter has left.</summary>
    public sealed record SitterOffboarded : NumberAddition;
}

/// <summary>The business's own numbers.</summary>
public sealed class NumberBook(SnoutDb database, Writer writer, NumberDirectory directory, TimeProvider clock)
{
    /// <summary>Numbers in the order of their digits, after one of them. Null when there is no such number to go on from.</summary>
    public async Task<Slice<NumberListing>?> ListAsync(Actor reader, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        var numbers = db.Numbers.AsQueryable();
        if (after is not null)
        {
            var last = await db.Numbers.AsNoTracking().FirstOrDefaultAsync(number => number.Id == after, cancellationToken);
            if (last is null)
            {
                return null;
            }

            // Compared as text: a converted value has no order of its own.
            numbers = numbers.Where(number => ((string)(object)number.Phone).CompareTo(last.Phone.E164) > 0);
        }

        var rows = await Listings(db, numbers.OrderBy(number => number.Phone).Take(limit + 1)).ToListAsync(cancellationToken);
        return rows.Cut(limit);
    }

    /// <summary>Null when the organization has no such number.</summary>
    public async Task<NumberListing?> FindAsync(Actor reader, Guid numberId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return await Listings(db, db.Numbers.Where(number => number.Id == numberId)).FirstOrDefaultAsync(cancellationToken);
    }

    public Task<NumberAddition> AddAsync(
        Actor actor, PhoneNumber phone, NumberClass numberClass, Guid? sitterId, CancellationToken cancellationToken) =>
        writer.CommitAsync(actor.OrganizationId, async db =>
        {
            if (await ObjectionAsync(db, phone, numberClass, sitterId, cancellationToken) is { } objection)
            {
                return objection;
            }

            var number = new MessageNumber
            {
                OrganizationId = actor.OrganizationId,
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Phone = phone,
                Class = numberClass,
                Status = NumberStatus.Active,
                SitterId = sitterId,
                CreatedAt = clock.GetUtcNow(),
            };
            db.Numbers.Add(number);
            var act = AuditAct.By(actor, "number.added", $"number {number.Id}", TagWords.Of(numberClass));
            await AuditLog.AppendAsync(db, act, clock.GetUtcNow(), cancellationToken);
            return new NumberAddition.Added(new NumberListing(number.Id, phone, numberClass, number.Status, sitterId, Leases: 0));
        }, cancellationToken);

    private static IQueryable<NumberListing> Listings(SnoutDbContext db, IQueryable<MessageNumber> numbers) =>
        numbers.AsNoTracking().Select(number => new NumberListing(
            number.Id,
            number.Phone,
            number.Class,
            number.Status,
            number.SitterId,
            db.Leases.Count(lease => lease.NumberId == number.Id && lease.ReleasedAt == null))
        {
            SitterName = db.Sitters.Where(sitter => sitter.Id == number.SitterId).Select(sitter => sitter.Name).FirstOrDefault(),
            CoolsUntil = number.CoolsUntil,
            Webhook = number.Webhook,
            WebhookCheckedAt = number.WebhookCheckedAt,
            IsPoolOnly = number.FormerSitterId != null,
        });

    private async Task<NumberAddition?> ObjectionAsync(
        SnoutDbContext db, PhoneNumber phone, NumberClass numberClass, Guid? sitterId, CancellationToken cancellationToken)
    {
        if (numberClass == NumberClass.Sitter != sitterId.HasValue)
        {
            return new NumberAddition.SitterMismatch();
        }

        if (sitterId is not null)
        {
            var sitter = await db.Sitters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == sitterId, cancellationToken);
            if (sitter is null or { Status: SitterStatus.Offboarded })
            {
                return sitter is null ? new NumberAddition.SitterNotFound() : new NumberAddition.SitterOffboarded();
            }
        }

        if (await directory.IsOursAsync(phone, cancellationToken))
        {
            return new NumberAddition.NumberTaken();
        }

        if (await directory.IsAClientsAsync(phone, cancellationToken))
        {
            return new NumberAddition.PhoneIsAClients();
        }

        var rivals = db.Numbers.Where(number => number.Class == numberClass && number.Status == NumberStatus.Active);
        return numberClass switch
        {
            NumberClass.FrontDesk => await rivals.AnyAsync(cancellationToken) ? new NumberAddition.FrontDeskExists() : null,
            NumberClass.Sitter => await rivals.AnyAsync(number => number.SitterId == sitterId, cancellationToken) ? new NumberAddition.SitterHasNumber() : null,
            NumberClass.Pool => null,
        };
    }
}
