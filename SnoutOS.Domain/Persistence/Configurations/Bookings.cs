using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Persistence.Configurations;

internal sealed class BookingConfiguration :
    IEntityTypeConfiguration<Service>,
    IEntityTypeConfiguration<Booking>,
    IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Service> table)
    {
        table.HasKey(service => new { service.OrganizationId, service.Code });
        table.OwnedByOrganization(service => service.OrganizationId);
        table.Property(service => service.Code).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<Booking> table)
    {
        table.HasKey(booking => new { booking.OrganizationId, booking.Id });
        table.Property(booking => booking.ServiceCode).HasMaxLength(64);

        // The wall clock has no zone of its own; kept as text it is the same on every database.
        table.Property(booking => booking.LocalStart).HasConversion(WallClock.Converter).HasMaxLength(WallClock.Length).IsUnicode(false);
        table.Property(booking => booking.LocalEnd).HasConversion(WallClock.Converter).HasMaxLength(WallClock.Length).IsUnicode(false);
        table.HasOne<Client>().WithMany().HasForeignKey(booking => new { booking.OrganizationId, booking.ClientId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Sitter>().WithMany().HasForeignKey(booking => new { booking.OrganizationId, booking.SitterId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Service>().WithMany().HasForeignKey(booking => new { booking.OrganizationId, booking.ServiceCode })
            .OnDelete(DeleteBehavior.Restrict);
        table.Property(booking => booking.SitterId).IsConcurrencyToken();
        table.Property(booking => booking.CancelledAt).IsConcurrencyToken();
        table.Property(booking => booking.MadeThrough).IsConcurrencyToken();
        table.HasIndex(booking => new { booking.OrganizationId, booking.ClientId, booking.Recurrence });
        table.HasIndex(booking => new { booking.Recurrence, booking.CancelledAt, booking.MadeThrough });
    }

    public void Configure(EntityTypeBuilder<Visit> table)
    {
        table.HasKey(visit => new { visit.OrganizationId, visit.Id });
        table.Property(visit => visit.ServiceCode).HasMaxLength(64);
        table.Property(visit => visit.Notes).HasMaxLength(2000);
        table.HasOne<Booking>().WithMany().HasForeignKey(visit => new { visit.OrganizationId, visit.BookingId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Sitter>().WithMany().HasForeignKey(visit => new { visit.OrganizationId, visit.SitterId })
            .OnDelete(DeleteBehavior.Restrict);

        // Whoever assigns, moves and cancels at once decides on what they saw, or looks again.
        table.Property(visit => visit.SitterId).IsConcurrencyToken();
        table.Property(visit => visit.StartsAt).IsConcurrencyToken();
        table.Property(visit => visit.CancelledAt).IsConcurrencyToken();
        table.Property(visit => visit.MeetAndGreet).IsConcurrencyToken();

        // Two nodes may make the same occurrence at once; only one of them stands.
        table.HasIndex(visit => new { visit.OrganizationId, visit.BookingId, visit.SeriesDay }).IsUnique();
        table.HasIndex(visit => new { visit.OrganizationId, visit.StartsAt, visit.Id });
        table.HasIndex(visit => new { visit.OrganizationId, visit.SitterId, visit.StartsAt });
        table.HasIndex(visit => new { visit.OrganizationId, visit.ClientId, visit.StartsAt });
        table.ToTable(check => check.HasCheckConstraint("CK_Visits_EndsAfterStart", "\"EndsAt\" > \"StartsAt\""));
    }
}

internal sealed class WindowConfiguration : IEntityTypeConfiguration<AssignmentWindow>
{
    public void Configure(EntityTypeBuilder<AssignmentWindow> table)
    {
        table.ToTable("Windows", check => check.HasCheckConstraint("CK_Windows_ClosesAfterOpening", "\"ClosesAt\" > \"OpensAt\""));
        table.HasKey(window => new { window.OrganizationId, window.Id });
        table.HasOne<Visit>().WithMany().HasForeignKey(window => new { window.OrganizationId, window.VisitId })
            .OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Sitter>().WithMany().HasForeignKey(window => new { window.OrganizationId, window.SitterId })
            .OnDelete(DeleteBehavior.Restrict);
        table.Property(window => window.ClosesAt).IsConcurrencyToken();
        table.Property(window => window.CancelledAt).IsConcurrencyToken();
        table.HasIndex(window => new { window.OrganizationId, window.VisitId }, "OneLiveWindowPerVisit").IsUnique()
            .HasFilter("\"CancelledAt\" IS NULL");
        table.HasIndex(window => new { window.OrganizationId, window.ClientId, window.ClosesAt });
        table.HasIndex(window => new { window.OrganizationId, window.SitterId, window.ClosesAt });

        // For whoever watches the clock: what opened or closed a moment ago, in any organization.
        table.HasIndex(window => window.OpensAt);
        table.HasIndex(window => window.ClosesAt);
    }
}
