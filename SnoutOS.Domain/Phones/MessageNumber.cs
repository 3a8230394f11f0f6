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

/// <summary>Where the provider sends what arrives on a number.</summary>
public enum WebhookState
{
    /// <summary>Never asked.</summary>
    Unchecked,

    /// <summary>To us.</summary>
    Right,

    /// <summary>Somewhere else, or nowhere: its texts do not reach us.</summary>
    Wrong,

    /// <summary>The provider's account has no such number.</summary>
    NotTheirs,
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

    /// <summary>The sitter it was taken from: while it rests only they may have it back, and then it may only join the pool.</summary>
    public Guid? FormerSitterId { get; set; }

    /// <summary>Until when a number that was taken from a sitter rests; null for any other.</summary>
    public DateTimeOffset? CoolsUntil { get; set; }

    /// <summary>The provider's id of the number; null for one that was typed in.</summary>
    public string? ProviderSid { get; set; }

    /// <summary>Whether the provider calls us about this number, as of the last check.</summary>
    public WebhookState Webhook { get; set; }

    public DateTimeOffset? WebhookCheckedAt { get; set; }

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
