using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Rollout;

namespace SnoutOS.Domain.Persistence.Configurations;

internal sealed class ProviderEventConfiguration : IEntityTypeConfiguration<ProviderEvent>
{
    public void Configure(EntityTypeBuilder<ProviderEvent> table)
    {
        table.HasKey(row => row.Sequence);
        table.Property(row => row.Sequence).ValueGeneratedOnAdd();
        table.Property(row => row.DedupeKey).HasMaxLength(250);
        table.Property(row => row.ProviderSid).HasMaxLength(250);
        table.Property(row => row.Sender).HasMaxLength(250);
        table.Property(row => row.Recipient).HasMaxLength(250);
        table.Property(row => row.Payload).HasMaxLength(-1);
        table.Property(row => row.Raw).HasMaxLength(-1);
        table.HasIndex(row => row.DedupeKey).IsUnique();
        table.HasIndex(row => new { row.State, row.NextAttemptAt, row.Sequence });
        table.HasIndex(row => new { row.OrganizationId, row.ReceivedAt });
        table.HasIndex(row => new { row.OrganizationId, row.State });
        table.HasIndex(row => new { row.Sender, row.State, row.Sequence });
    }
}

internal sealed class FlagConfiguration : IEntityTypeConfiguration<DeploymentFlag>, IEntityTypeConfiguration<OrganizationFlag>
{
    public void Configure(EntityTypeBuilder<DeploymentFlag> table)
    {
        table.HasKey(flag => flag.Flag);
        table.Property(flag => flag.Reason).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<OrganizationFlag> table)
    {
        table.HasKey(flag => new { flag.OrganizationId, flag.Flag });
        table.OwnedByOrganization(flag => flag.OrganizationId);
        table.Property(flag => flag.Reason).HasMaxLength(500);
    }
}

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        // The key makes the chain: two writers can never both append the same place.
        table.HasKey(entry => new { entry.OrganizationId, entry.Sequence });
        table.Property(entry => entry.Sequence).ValueGeneratedNever();
        table.OwnedByOrganization(entry => entry.OrganizationId);
        table.HasIndex(entry => new { entry.OrganizationId, entry.At });
        table.HasIndex(entry => new { entry.OrganizationId, entry.Action, entry.Sequence });
        table.Property(entry => entry.Reason).HasMaxLength(500);
    }
}

internal sealed class DeploymentCounterConfiguration : IEntityTypeConfiguration<DeploymentCounter>
{
    public void Configure(EntityTypeBuilder<DeploymentCounter> table) => table.HasKey(counter => new { counter.Event, counter.Minute });
}
