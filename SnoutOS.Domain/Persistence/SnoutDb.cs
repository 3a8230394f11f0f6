using Microsoft.EntityFrameworkCore;

namespace SnoutOS.Domain.Persistence;

/// <summary>
/// The one way to a context. Each call opens a fresh one for one operation; the caller disposes it. Contexts are never
/// kept in components, so that every read checks again.
/// </summary>
public sealed class SnoutDb(IDbContextFactory<SnoutDbContext> contexts)
{
    /// <summary>A context that sees and writes one organization's rows only.</summary>
    public SnoutDbContext ForOrganization(Guid organizationId) => Open(TenantScope.Of(organizationId));

    /// <summary>A context for what belongs to no organization. Filtered reads find nothing in it.</summary>
    public SnoutDbContext ForInstallation() => Open(TenantScope.Installation);

    internal SnoutDbContext Open(TenantScope scope)
    {
        var db = contexts.CreateDbContext();
        db.Scope = scope;
        return db;
    }
}
