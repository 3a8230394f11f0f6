using Microsoft.EntityFrameworkCore;

namespace SnoutOS.Domain.Persistence;

/// <summary>
/// The one door past the tenant filter, for what must find an organization first: sign-in, the number a text came to,
/// the outbox, the flags. Whoever uses it carries on in a context of the organization it found.
/// </summary>
public static class InstallationQueries
{
    private static readonly string[] TenantFilter = [Tenancy.Filter];

    public static IQueryable<T> AcrossOrganizations<T>(this IQueryable<T> rows)
        where T : class =>
        rows.IgnoreQueryFilters(TenantFilter);
}
