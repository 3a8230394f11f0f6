using Microsoft.EntityFrameworkCore;
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
public sealed class OrganizationSetup(Writer writer, TimeProvider clock)
{
    public Task<OrganizationCreation> CreateAsync(
        string name, string timeZoneId, PhoneNumber frontDesk, CancellationToken cancellationToken)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZoneId, out var zone) || !zone.HasIanaId)
        {
            return Task.FromResult<OrganizationCreation>(new OrganizationCreation.UnknownTimeZone());
        }

        return writer.CommitInstallationAsync(db => CreateAsync(db, name.Trim(), timeZoneId, frontDesk, cancellationToken), cancellationToken);
    }

    private async Task<OrganizationCreation> CreateAsync(
        SnoutDbContext db, string name, string timeZoneId, PhoneNumber frontDesk, CancellationToken cancellationToken)
    {
        if (await db.AllNumbers().AnyAsync(number => number.Phone == frontDesk, cancellationToken))
        {
            return new OrganizationCreation.NumberTaken();
        }

        if (await db.AllClientPhones().AnyAsync(phone => phone.Phone == frontDesk && phone.Kind == ClientPhoneKind.Own, cancellationToken))
        {
            return new OrganizationCreation.NumberOfAClient();
        }

        var now = clock.GetUtcNow();
        var organization = new Organization { Id = Guid.CreateVersion7(now), Name = name, TimeZoneId = timeZoneId, CreatedAt = now };
        var number = new MessageNumber
        {
            OrganizationId = organization.Id,
            Id = Guid.CreateVersion7(now),
            Phone = frontDesk,
            Class = NumberClass.FrontDesk,
            Status = NumberStatus.Active,
            CreatedAt = now,
        };
        db.AddRange(organization, number);
        return new OrganizationCreation.Created(organization.Id, number.Id);
    }
}
