using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Routing;

/// <summary>What the sender of an inbound message is to the business.</summary>
public enum SenderKind
{
    /// <summary>A number of this installation: stored, never relayed, never answered.</summary>
    OwnNumber,

    /// <summary>No telephone number at all, such as a short code.</summary>
    Service,

    /// <summary>The personal phone of a user of the organization.</summary>
    Staff,

    /// <summary>A client, or a contact who has written before.</summary>
    Known,
    Unknown,
}

/// <summary>
/// One assignment window on the thread, and whether its sitter can be written to at all (not locked, not offboarded,
/// with an account).
/// </summary>
public sealed record WindowFact(
    Guid WindowId,
    Guid VisitId,
    Guid SitterId,
    DateTimeOffset OpensAt,
    DateTimeOffset ClosesAt,
    DateTimeOffset VisitStartsAt,
    DateTimeOffset VisitEndsAt,
    bool SitterIsAvailable)
{
    /// <summary>Half-open, so that windows that touch never overlap.</summary>
    public bool Contains(DateTimeOffset instant) => OpensAt <= instant && instant < ClosesAt;

    public bool VisitContains(DateTimeOffset instant) => VisitStartsAt <= instant && instant < VisitEndsAt;
}

/// <summary>The owner's word on who gets this thread's messages: one sitter, or without one the owner alone.</summary>
public sealed record ChoiceFact(Guid? SitterId, DateTimeOffset ChosenAt)
{
    public static readonly TimeSpan HoldsFor = TimeSpan.FromHours(24);

    public bool HoldsAt(DateTimeOffset instant) => instant < ChosenAt + HoldsFor;
}

/// <summary>
/// Everything a routing decision is made from: ids, classes and intervals, never a phone or a body. Stored with the
/// decision, so that it can be made again and explained.
/// </summary>
/// <param name="HoldsLease">Whether the sender held the pool number at the receive instant; true for other classes.</param>
/// <param name="SitterMessages">Whether sitters' messages are effective for the organization.</param>
/// <param name="Windows">Those on this thread that were active at the receive instant or at processing.</param>
public sealed record RoutingFacts(
    DateTimeOffset ReceivedAt,
    Guid NumberId,
    NumberClass NumberClass,
    SenderKind Sender,
    Guid? ClientId,
    ConsentKind? Consent,
    bool HoldsLease = true,
    bool SitterMessages = true,
    IReadOnlyList<WindowFact>? Windows = null,
    ChoiceFact? Choice = null);
