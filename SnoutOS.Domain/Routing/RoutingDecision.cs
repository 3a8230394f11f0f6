using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Routing;

public enum RoutingTarget
{
    Sitter,
    OwnerInbox,
}

/// <summary>Why a message went where it went: the rule that spoke first.</summary>
public enum RoutingReason
{
    UnknownNumber,
    OwnNumber,
    ServiceSender,
    StaffSender,
    ConsentKeyword,
    PoolMismatch,
    UnknownSender,
    FrontDesk,
    SitterMessagesOff,
    OwnerChoice,
    SitterUnavailable,
    NoActiveWindow,
    ActiveWindow,
    VisitInProgress,
    OverlappingWindows,
}

/// <summary>
/// The immutable record of where one inbound message went, by which rule, from which facts (ids, classes, intervals;
/// never a phone or a body). From the stored facts the same decision can be made again.
/// </summary>
public sealed class RoutingDecision
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    /// <summary>Null for a message that was stored without a thread, such as one from a number of ours.</summary>
    public Guid? MessageId { get; init; }

    public Guid? ThreadId { get; init; }

    public RoutingTarget Target { get; init; }

    /// <summary>The sitter it went to; null when it went to the owner.</summary>
    public Guid? SitterId { get; init; }

    public RoutingReason Reason { get; init; }

    /// <summary>The class of the number on the day of the decision.</summary>
    public NumberClass NumberClass { get; init; }

    /// <summary>The facts as JSON (<see cref="RoutingFacts"/>).</summary>
    public string Facts { get; init; } = "";

    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>The sender's short form.</summary>
    public string Sender { get; init; } = "";

    /// <summary>The recipient number's short form.</summary>
    public string Recipient { get; init; } = "";
}
