using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Receiving;

namespace SnoutOS.Domain.Persistence;

/// <summary>
/// Keeps organizations apart on both ways. Reading: every entity with an OrganizationId is filtered by the context's
/// scope. Writing: a row of another organization is refused, and since the organization is part of each primary key,
/// an update with a guessed id finds no row.
/// </summary>
public static class Tenancy
{
    public const string Filter = "tenant";

    public static void FilterOwnedRows(ModelBuilder model, SnoutDbContext context)
    {
        foreach (var type in model.Model.GetEntityTypes().Select(type => type.ClrType).Where(IsOwned).ToList())
        {
            FilterMethod.MakeGenericMethod(type).Invoke(null, [model, context]);
        }

        model.Entity<Organization>().HasQueryFilter(Filter, organization => organization.Id == context.OrganizationId);
    }

    /// <summary>Provider events belong to nobody until their number is known, so their readers name the organization.</summary>
    private static bool IsOwned(Type type) => type != typeof(ProviderEvent) && type.GetProperty(nameof(User.OrganizationId)) is not null;

    private static readonly MethodInfo FilterMethod =
        typeof(Tenancy).GetMethod(nameof(FilterBy), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static void FilterBy<T>(ModelBuilder model, SnoutDbContext context)
        where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression<Func<Guid>> scope = () => context.OrganizationId;
        var same = Expression.Equal(Expression.Property(row, nameof(User.OrganizationId)), scope.Body);
        model.Entity<T>().HasQueryFilter(Filter, Expression.Lambda<Func<T, bool>>(same, row));
    }

    /// <summary>Refuses to save a row that the context's scope does not own.</summary>
    internal sealed class Guard : SaveChangesInterceptor
    {
        public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
        {
            Check(eventData.Context);
            return result;
        }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Check(eventData.Context);
            return ValueTask.FromResult(result);
        }

        private static void Check(DbContext? context)
        {
            if (context is not SnoutDbContext db || db.Scope.IsInstallation)
            {
                return;
            }

            foreach (var entry in db.ChangeTracker.Entries().Where(IsWritten))
            {
                var owner = entry.Entity is Organization organization ? organization.Id : OwnerOf(entry);
                if (owner is null || owner != db.OrganizationId || db.OrganizationId == Guid.Empty)
                {
                    throw new TenantViolationException(entry.Metadata.ClrType.Name);
                }
            }
        }

        private static bool IsWritten(EntityEntry entry) =>
            entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

        private static Guid? OwnerOf(EntityEntry entry) =>
            entry.Metadata.FindProperty(nameof(User.OrganizationId)) is null
                ? null
                : (Guid?)entry.Property(nameof(User.OrganizationId)).CurrentValue;
    }
}

/// <summary>Code tried to write a row outside the organization it works for: a bug, never a user's mistake.</summary>
public sealed class TenantViolationException(string entity)
    : InvalidOperationException($"A {entity} of another organization was about to be written.");
