using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Persistence.Configurations;

internal sealed class PolicingConfiguration :
    IEntityTypeConfiguration<PoachingRules>,
    IEntityTypeConfiguration<AllowedContact>,
    IEntityTypeConfiguration<MessageFinding>,
    IEntityTypeConfiguration<Violation>
{
    public void Configure(EntityTypeBuilder<PoachingRules> table)
    {
        table.HasKey(rules => rules.OrganizationId);
        table.OwnedByOrganization(rules => rules.OrganizationId);
        table.Ignore(rules => rules.ForSitters);
        table.Ignore(rules => rules.ForClients);
    }

    public void Configure(EntityTypeBuilder<AllowedContact> table)
    {
        table.HasKey(allowed => new { allowed.OrganizationId, allowed.Id });
        table.OwnedByOrganization(allowed => allowed.OrganizationId);
        table.HasIndex(allowed => new { allowed.OrganizationId, allowed.Kind, allowed.Value }).IsUnique();
        table.Property(allowed => allowed.Note).HasMaxLength(AllowedContact.LongestNote);
    }

    public void Configure(EntityTypeBuilder<MessageFinding> table)
    {
        table.HasKey(finding => new { finding.OrganizationId, finding.MessageId, finding.Position });
        table.HasOne<Message>().WithMany().HasForeignKey(finding => new { finding.OrganizationId, finding.MessageId })
            .OnDelete(DeleteBehavior.Restrict);
        table.Property(finding => finding.Rule).HasMaxLength(64).IsUnicode(false);
        table.Ignore(finding => finding.IsHidden);
    }

    public void Configure(EntityTypeBuilder<Violation> table)
    {
        table.HasKey(violation => new { violation.OrganizationId, violation.MessageId });
        table.HasOne<Message>().WithMany().HasForeignKey(violation => new { violation.OrganizationId, violation.MessageId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Sitter>().WithMany().HasForeignKey(violation => new { violation.OrganizationId, violation.SitterId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(violation => new { violation.OrganizationId, violation.SitterId, violation.At });
        table.HasIndex(violation => new { violation.OrganizationId, violation.At });
        table.Property(violation => violation.Reason).HasMaxLength(HeldMessages.LongestReason);
    }
}
