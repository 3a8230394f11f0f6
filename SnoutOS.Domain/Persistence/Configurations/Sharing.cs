using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Persistence.Configurations;

internal sealed class SharingConfiguration : IEntityTypeConfiguration<SitterConversation>, IEntityTypeConfiguration<SharedMessage>
{
    public void Configure(EntityTypeBuilder<SitterConversation> table)
    {
        table.HasKey(row => new { row.OrganizationId, row.SitterId, row.ThreadId });
        table.HasIndex(row => new { row.OrganizationId, row.SitterId, row.LastMessageAt, row.ThreadId }).IsDescending(false, false, true, true);
        table.HasOne<Sitter>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.SitterId }).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<MessageThread>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.ThreadId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SharedMessage> table)
    {
        table.HasKey(row => new { row.OrganizationId, row.SitterId, row.MessageId });
        table.HasIndex(row => new { row.OrganizationId, row.SitterId, row.ThreadId, row.MessageAt, row.MessageId })
            .IsDescending(false, false, false, true, true);
        table.HasIndex(row => new { row.OrganizationId, row.MessageId });
        table.HasOne<Sitter>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.SitterId }).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<MessageThread>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.ThreadId }).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Message>().WithMany().HasForeignKey(row => new { row.OrganizationId, row.MessageId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<NoticeText>, IEntityTypeConfiguration<SentNotice>
{
    public void Configure(EntityTypeBuilder<NoticeText> table)
    {
        table.HasKey(text => new { text.OrganizationId, text.Kind });
        table.OwnedByOrganization(text => text.OrganizationId);
        table.Property(text => text.Body).HasMaxLength(1600);
    }

    public void Configure(EntityTypeBuilder<SentNotice> table)
    {
        table.HasKey(notice => new { notice.OrganizationId, notice.Id });
        table.OwnedByOrganization(notice => notice.OrganizationId);
        table.HasIndex(notice => new { notice.OrganizationId, notice.Recipient, notice.Kind, notice.SentAt });
    }
}

internal sealed class OfficeConfiguration : IEntityTypeConfiguration<BusinessHours>, IEntityTypeConfiguration<ClientMerge>
{
    public void Configure(EntityTypeBuilder<BusinessHours> table)
    {
        table.HasKey(hours => new { hours.OrganizationId, hours.Day });
        table.OwnedByOrganization(hours => hours.OrganizationId);
    }

    public void Configure(EntityTypeBuilder<ClientMerge> table)
    {
        table.HasKey(merge => new { merge.OrganizationId, merge.Id });
        table.Property(merge => merge.Moved).HasMaxLength(100_000);
        table.HasIndex(merge => new { merge.OrganizationId, merge.MergedId });
        table.HasOne<Client>().WithMany().HasForeignKey(merge => new { merge.OrganizationId, merge.SurvivorId }).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Client>().WithMany().HasForeignKey(merge => new { merge.OrganizationId, merge.MergedId }).OnDelete(DeleteBehavior.Restrict);
    }
}
