namespace SnoutOS.Domain.Organizations;

/// <summary>One pet-care business; the tenant. Every row of business data belongs to exactly one.</summary>
public sealed class Organization
{
    public const int UsualPoolReleaseDays = 7;

    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    /// <summary>The IANA name of the zone in which times are shown and visits are kept.</summary>
    public string TimeZoneId { get; set; } = "";

    /// <summary>How many days a client keeps a pool number after they last needed it.</summary>
    public int PoolReleaseDays { get; set; } = UsualPoolReleaseDays;

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The zone itself.</summary>
    /// <exception cref="TimeZoneNotFoundException">The stored name is not known on this machine.</exception>
    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(TimeZoneId);
}
