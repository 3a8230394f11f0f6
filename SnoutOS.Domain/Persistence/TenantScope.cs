namespace SnoutOS.Domain.Persistence;

/// <summary>Whose rows a context may touch.</summary>
public readonly record struct TenantScope
{
    private TenantScope(Guid organizationId, bool installation) =>
        (OrganizationId, IsInstallation) = (organizationId, installation);

    /// <summary>The organization; empty for nobody and for the installation, so that their filtered reads find no rows.</summary>
    public Guid OrganizationId { get; }

    /// <summary>The installation itself: sign-in, the provider's ledger, the operator's command line.</summary>
    public bool IsInstallation { get; }

    public static TenantScope Nobody => default;

    public static TenantScope Installation { get; } = new(Guid.Empty, installation: true);

    public static TenantScope Of(Guid organizationId) =>
        organizationId == Guid.Empty
            ? throw new ArgumentException("An organization's id is never empty.", nameof(organizationId))
            : new TenantScope(organizationId, installation: false);
}
