using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Persistence.Configurations;

internal sealed class ThreadConfiguration :
    IEntityTypeConfiguration<MessageThread>,
    IEntityTypeConfiguration<ThreadRead>,
    IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<MessageThread> table)
    {
        table.ToTable("Threads").HasKey(thread => new { thread.OrganizationId, thread.Id });
        table.HasIndex(thread => new { thread.OrganizationId, thread.ClientId, thread.NumberId }).IsUnique();
        table.HasIndex(thread => new { thread.OrganizationId, thread.LastMessageAt, thread.Id }).IsDescending(false, true, true);
        table.HasIndex(thread => new { thread.OrganizationId, thread.NeedsOwnerSince });
        table.HasIndex(thread => new { thread.OrganizationId, thread.AwaitsSitterSince });
        table.HasOne<Client>().WithMany().HasForeignKey(thread => new { thread.OrganizationId, thread.ClientId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasOne<MessageNumber>().WithMany().HasForeignKey(thread => new { thread.OrganizationId, thread.NumberId })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ThreadRead> table)
    {
        table.HasKey(read => new { read.OrganizationId, read.UserId, read.ThreadId });
        table.HasOne<MessageThread>().WithMany().HasForeignKey(read => new { read.OrganizationId, read.ThreadId });
        table.OwnedByUser(read => new { read.OrganizationId, read.UserId });
    }

    public void Configure(EntityTypeBuilder<Draft> table)
    {
        table.HasKey(draft => new { draft.OrganizationId, draft.UserId, draft.ThreadId });
        table.Property(draft => draft.Body).HasMaxLength(20_000);
        table.HasOne<MessageThread>().WithMany().HasForeignKey(draft => new { draft.OrganizationId, draft.ThreadId });
        table.OwnedByUser(draft => new { draft.OrganizationId, draft.UserId });
    }
}

internal sealed class MessageConfiguration :
    IEntityTypeConfiguration<Message>,
    IEntityTypeConfiguration<MessageMedia>,
    IEntityTypeConfiguration<MediaContent>
{
    public void Configure(EntityTypeBuilder<Message> table)
    {
        table.HasKey(message => new { message.OrganizationId, message.Id });
        table.HasOne<MessageThread>().WithMany().HasForeignKey(message => new { message.OrganizationId, message.ThreadId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(message => new { message.OrganizationId, message.ThreadId, message.CreatedAt, message.Id })
            .IsDescending(false, false, true, true);
        table.HasIndex(message => new { message.OrganizationId, message.RetryOfId });
        table.HasIndex(message => new { message.OrganizationId, message.CreatedAt });
        table.HasIndex(message => message.ProviderSid).IsUnique();
        table.HasIndex(message => new { message.OrganizationId, message.IdempotencyKey }).IsUnique();
        table.Property(message => message.ProviderSid).HasMaxLength(64).IsUnicode(false);

        // Inbound texts can be longer than what we would send, and nothing of them is cut.
        table.Property(message => message.Body).HasMaxLength(-1);
        table.Property(message => message.MaskedBody).HasMaxLength(-1);
        table.HasMany(message => message.Media).WithOne().HasForeignKey(media => new { media.OrganizationId, media.MessageId });
    }

    public void Configure(EntityTypeBuilder<MessageMedia> table)
    {
        table.HasKey(media => new { media.OrganizationId, media.MessageId, media.Position });
        table.Property(media => media.ProviderUrl).HasMaxLength(2000);
        table.HasIndex(media => media.NextAttemptAt);
    }

    public void Configure(EntityTypeBuilder<MediaContent> table)
    {
        table.HasKey(content => new { content.OrganizationId, content.MessageId, content.Position });
        table.HasOne<MessageMedia>().WithMany()
            .HasForeignKey(content => new { content.OrganizationId, content.MessageId, content.Position });
    }
}

internal sealed class RoutingConfiguration : IEntityTypeConfiguration<RoutingDecision>
{
    public void Configure(EntityTypeBuilder<RoutingDecision> table)
    {
        table.HasKey(decision => new { decision.OrganizationId, decision.Id });
        table.OwnedByOrganization(decision => decision.OrganizationId);
        table.HasIndex(decision => new { decision.OrganizationId, decision.MessageId }).IsUnique();
        table.HasIndex(decision => new { decision.OrganizationId, decision.DecidedAt, decision.Id }).IsDescending(false, true, true);
        table.Property(decision => decision.Facts).HasMaxLength(8000);
        table.HasOne<Message>().WithMany().HasForeignKey(decision => new { decision.OrganizationId, decision.MessageId })
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxEntry>, IEntityTypeConfiguration<RefusedSend>
{
    public void Configure(EntityTypeBuilder<RefusedSend> table)
    {
        table.HasKey(refused => new { refused.OrganizationId, refused.Id });
        table.OwnedByOrganization(refused => refused.OrganizationId);
        table.HasIndex(refused => new { refused.OrganizationId, refused.At });
    }

    public void Configure(EntityTypeBuilder<OutboxEntry> table)
    {
        table.HasKey(entry => new { entry.OrganizationId, entry.MessageId });
        table.HasOne<Message>().WithMany().HasForeignKey(entry => new { entry.OrganizationId, entry.MessageId });
        // A status callback names the message and nothing else.
        table.HasIndex(entry => entry.MessageId).IsUnique();
        table.HasIndex(entry => new { entry.State, entry.NextAttemptAt });
        table.HasIndex(entry => new { entry.OrganizationId, entry.State, entry.CreatedAt });
        table.HasIndex(entry => new { entry.OrganizationId, entry.ClientPhoneId, entry.NumberId, entry.State });
    }
}
