namespace SnoutOS.Domain.Phones;

/// <summary>What a number of the business is for.</summary>
public enum NumberClass
{
    /// <summary>Inquiries, scheduling, complaints and all money; exactly one active per organization; sitters never see it.</summary>
    FrontDesk,

    /// <summary>Belongs to one sitter across clients and weeks.</summary>
    Sitter,

    /// <summary>Shared by many clients, each holding a lease.</summary>
    Pool,
}

/// <summary>Whether a number may still be written from. In any status it stays ours: what arrives there reaches the owner.</summary>
public enum NumberStatus
{
    Active,
    CoolingDown,
    Released,
}

/// <summary>A phone number that belongs to a business. Its E.164 form is unique in the installation.</summary>
public sealed class MessageNumber
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public PhoneNumber Phone { get; init; }

    public NumberClass Class { get; set; }

    public NumberStatus Status { get; set; }

    /// <summary>The sitter it belongs to; set exactly when the class is <see cref="NumberClass.Sitter"/>.</summary>
    public Guid? SitterId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A client's use of one pool number from assignment to release. A client holds at most one at a time.</summary>
public sealed class Lease
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid NumberId { get; init; }

    public Guid ClientId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? ReleasedAt { get; set; }
}
