using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Persistence.Configurations;

internal sealed class NumberConfiguration : IEntityTypeConfiguration<MessageNumber>, IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<MessageNumber> table)
    {
        table.HasKey(number => new { number.OrganizationId, number.Id });
        table.OwnedByOrganization(number => number.OrganizationId);

        // One business, one number: inbound texts find their organization by it alone.
        table.HasIndex(number => number.Phone).IsUnique();
        table.HasIndex(number => number.OrganizationId, "OneActiveFrontDesk").IsUnique()
            .HasFilter("\"Class\" = 'FrontDesk' AND \"Status\" = 'Active'");
        table.HasIndex(number => new { number.OrganizationId, number.SitterId }, "OneActiveNumberPerSitter").IsUnique()
            .HasFilter("\"Class\" = 'Sitter' AND \"Status\" = 'Active'");
        table.HasOne<Sitter>().WithMany().HasForeignKey(number => new { number.OrganizationId, number.SitterId })
            .OnDelete(DeleteBehavior.Restrict);
        table.ToTable(check => check.HasCheckConstraint(
            "CK_Numbers_SitterClass",
            "(\"Class\" = 'Sitter' AND \"SitterId\" IS NOT NULL) OR (\"Class\" <> 'Sitter' AND \"SitterId\" IS NULL)"));
    }

    public void Configure(EntityTypeBuilder<Lease> table)
    {
        table.HasKey(lease => new { lease.OrganizationId, lease.Id });
        table.HasOne<MessageNumber>().WithMany().HasForeignKey(lease => new { lease.OrganizationId, lease.NumberId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Client>().WithMany().HasForeignKey(lease => new { lease.OrganizationId, lease.ClientId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(lease => new { lease.OrganizationId, lease.ClientId }, "OneLeasePerClient").IsUnique()
            .HasFilter("\"ReleasedAt\" IS NULL");
        table.HasIndex(lease => new { lease.OrganizationId, lease.NumberId, lease.ReleasedAt });
    }
}

internal sealed class ConsentConfiguration :
    IEntityTypeConfiguration<ConsentEvent>,
    IEntityTypeConfiguration<PhoneConsent>,
    IEntityTypeConfiguration<ClosedNumber>
{
    public void Configure(EntityTypeBuilder<ConsentEvent> table)
    {
        table.HasKey(consent => new { consent.OrganizationId, consent.Id });
        table.OwnedByOrganization(consent => consent.OrganizationId);
        table.HasIndex(consent => new { consent.OrganizationId, consent.Phone, consent.At });
    }

    public void Configure(EntityTypeBuilder<PhoneConsent> table)
    {
        table.HasKey(consent => new { consent.OrganizationId, consent.Phone });
        table.OwnedByOrganization(consent => consent.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<ClosedNumber> table)
    {
        table.HasKey(closed => new { closed.OrganizationId, closed.Phone, closed.NumberId });
        table.HasOne<MessageNumber>().WithMany().HasForeignKey(closed => new { closed.OrganizationId, closed.NumberId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
