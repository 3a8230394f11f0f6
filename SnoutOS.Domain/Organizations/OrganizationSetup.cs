using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Organizations;

/// <summary>What became of setting up a business. The cases are closed.</summary>
public abstract record OrganizationCreation
{
    private OrganizationCreation()
    {
    }

    public sealed record Created(Guid OrganizationId, Guid FrontDeskId) : OrganizationCreation;

    /// <summary>The time zone is no IANA name that this machine knows.</summary>
    public sealed record UnknownTimeZone : OrganizationCreation;

    /// <summary>The front desk number already belongs to a business of this installation.</summary>
    public sealed record NumberTaken : OrganizationCreation;

    /// <summary>The front desk number is a client's own phone.</summary>
    public sealed record NumberOfAClient : OrganizationCreation;
}

/// <summary>Sets up a business with its front desk number, both or neither.</summary>
public sealed class OrganizationSetup(SnoutDb database, Writer writer, IDatabaseTraits traits, TimeProvider clock)
{
    public const int LongestName = 200;

    public async Task<OrganizationCreation> CreateAsync(
        string name, string timeZoneId, PhoneNumber frontDesk, CancellationToken cancellationToken)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZoneId, out var zone) || !zone.HasIanaId)
        {
            return new OrganizationCreation.UnknownTimeZone();
        }

        if (await ObjectionToAsync(frontDesk, cancellationToken) is { } objection)
        {
            return objection;
        }

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        try
        {
            return await writer.CommitAsync(id, db => AddAsync(db, id, name.Trim(), timeZoneId, frontDesk, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException taken) when (traits.IsUniqueViolation(taken))
        {
            return new OrganizationCreation.NumberTaken();
        }
    }

    private async Task<OrganizationCreation?> ObjectionToAsync(PhoneNumber frontDesk, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        if (await db.AllNumbers().AnyAsync(number => number.Phone == frontDesk, cancellationToken))
        {
            return new OrganizationCreation.NumberTaken();
        }

        return await db.AllClientPhones().AnyAsync(phone => phone.Phone == frontDesk && phone.Kind == ClientPhoneKind.Own, cancellationToken)
            ? new OrganizationCreation.NumberOfAClient()
            : null;
    }

    private async Task<OrganizationCreation> AddAsync(
        SnoutDbContext db, Guid id, string name, string timeZoneId, PhoneNumber frontDesk, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var number = new MessageNumber
        {
            OrganizationId = id,
            Id = Guid.CreateVersion7(now),
            Phone = frontDesk,
            Class = NumberClass.FrontDesk,
            Status = NumberStatus.Active,
            CreatedAt = now,
        };
        db.AddRange(new Organization { Id = id, Name = name, TimeZoneId = timeZoneId, CreatedAt = now }, number);
        db.Services.AddRange(ServiceList.Usual(id));
        await AuditLog.AppendAsync(db, AuditAct.ByOperator("organization.created", $"organization {id}"), now, cancellationToken);
        return new OrganizationCreation.Created(id, number.Id);
    }
}
