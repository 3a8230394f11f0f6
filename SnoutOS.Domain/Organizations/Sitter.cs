namespace SnoutOS.Domain.Organizations;

public enum SitterStatus
{
    Active,
    Locked,
    Offboarded,
}

/// <summary>Somebody who cares for pets on behalf of the business; signs in as the user it is linked to.</summary>
public sealed class Sitter
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    /// <summary>The user who signs in as this sitter; null for one without an account.</summary>
    public Guid? UserId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Where the invitation goes, and the sign-in of the account once there is one.</summary>
    public string Email { get; set; } = "";

    public SitterStatus Status { get; set; }

    /// <summary>Whether the lock came from strikes: then it goes when a strike does.</summary>
    public bool IsLockedByStrikes { get; set; }

    /// <summary>Strikes before this instant count no more; the owner has unlocked the sitter since.</summary>
    public DateTimeOffset? StrikesFrom { get; set; }

    public DateTimeOffset? OffboardedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
