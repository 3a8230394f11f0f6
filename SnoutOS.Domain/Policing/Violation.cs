using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Observability;

namespace SnoutOS.Domain.Policing;

/// <summary>What became of a message that was held back.</summary>
public enum ViolationOutcome
{
    /// <summary>Nobody has decided, or there is nothing to decide because it was not held back.</summary>
    Open,
    ForceSent,

    /// <summary>The owner agrees that it should not have left.</summary>
    Dismissed,

    /// <summary>The owner says that there was nothing wrong with it.</summary>
    FalsePositive,
}

/// <summary>
/// That a message tried to lead around the business, and what was done: blocked, masked or only flagged. Of a message
/// that was blocked it also keeps the strike it belongs to and the owner's decision.
/// </summary>
public sealed class Violation
{
    public Guid OrganizationId { get; init; }

    public Guid MessageId { get; init; }

    public Guid ThreadId { get; init; }

    public Guid ClientId { get; init; }

    /// <summary>The sitter who wrote it; null when the client did.</summary>
    public Guid? SitterId { get; init; }

    /// <summary>The strictest thing that was done about any of its findings.</summary>
    public PoachingAction Action { get; init; }

    /// <summary>The types, with spaces between, as the audit has them: <c>phone_number url</c>.</summary>
    public string Types { get; init; } = "";

    public bool IsOf(FindingType type) => Types.Split(' ').Contains(TagWords.Of(type), StringComparer.Ordinal);

    public DateTimeOffset At { get; init; }

    /// <summary>The first attempt of the strike: attempts to one client within ten minutes are one. Null without a strike.</summary>
    public Guid? StrikeId { get; init; }

    public ViolationOutcome Outcome { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedByUserId { get; set; }

    /// <summary>The owner's own words; never shown to a sitter.</summary>
    public string Reason { get; set; } = "";
}
