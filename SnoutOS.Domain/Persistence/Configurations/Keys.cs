using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Domain.Persistence.Configurations;

internal static class Keys
{
    public static void OwnedByOrganization<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> organizationId)
        where T : class =>
        table.HasOne<Organization>().WithMany().HasForeignKey(organizationId).OnDelete(DeleteBehavior.Restrict);

    /// <summary>Organization and user together, so that a row can never point to another organization's user.</summary>
    public static void OwnedByUser<T>(this EntityTypeBuilder<T> table, Expression<Func<T, object?>> organizationAndUser)
        where T : class =>
        table.HasOne<User>().WithMany().HasForeignKey(organizationAndUser)
            .HasPrincipalKey(user => new { user.OrganizationId, user.Id }).OnDelete(DeleteBehavior.Restrict);
}
