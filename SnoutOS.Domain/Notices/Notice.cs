using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Notices;

/// <summary>What the product says by itself, in the business's words.</summary>
public enum NoticeKind
{
    /// <summary>To somebody who texts a pool number without holding it: names the business and its front desk number.</summary>
    PoolMismatch,
    AfterHours,

    /// <summary>To a client whose message the policy held back.</summary>
    ClientBlocked,

    /// <summary>Spoken to whoever calls a number of ours.</summary>
    VoiceAnswer,
}

/// <summary>A business's own words for a notice; without a row the usual words hold.</summary>
public sealed class NoticeText
{
    public Guid OrganizationId { get; init; }

    public NoticeKind Kind { get; init; }

    public string Body { get; set; } = "";

    public bool IsOn { get; set; }
}

/// <summary>A notice that was sent, remembered so that nobody gets two of a kind within 24 hours.</summary>
public sealed class SentNotice
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public PhoneNumber Recipient { get; init; }

    public NoticeKind Kind { get; init; }

    public Guid MessageId { get; init; }

    public DateTimeOffset SentAt { get; init; }
}
