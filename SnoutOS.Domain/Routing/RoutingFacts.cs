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
/// Everything a routing decision is made from: ids, classes and the receive instant, never a phone or a body. Stored
/// with the decision, so that it can be made again and explained.
/// </summary>
public sealed record RoutingFacts(
    DateTimeOffset ReceivedAt,
    Guid NumberId,
    NumberClass NumberClass,
    SenderKind Sender,
    Guid? ClientId,
    ConsentKind? Consent);
