using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Routing;

/// <summary>Where a message goes, and the rule that said so.</summary>
public readonly record struct Route(RoutingTarget Target, RoutingReason Reason);

/// <summary>
/// Decides where an inbound message goes: the first rule that fits. Pure: no clock, no database, no provider.
/// A text to a number that is not ours never gets this far.
/// </summary>
public static class Router
{
    public static Route Decide(RoutingFacts facts) => facts switch
    {
        { Sender: SenderKind.OwnNumber } => ToOwner(RoutingReason.OwnNumber),
        { Sender: SenderKind.Service } => ToOwner(RoutingReason.ServiceSender),
        { Sender: SenderKind.Staff } => ToOwner(RoutingReason.StaffSender),
        { Consent: not null } => ToOwner(RoutingReason.ConsentKeyword),
        { Sender: SenderKind.Unknown } => ToOwner(RoutingReason.UnknownSender),
        { NumberClass: NumberClass.FrontDesk } => ToOwner(RoutingReason.FrontDesk),

        // Without assignment windows no sitter can be on the other end of a sitter's or a pool number.
        _ => ToOwner(RoutingReason.NoActiveWindow),
    };

    private static Route ToOwner(RoutingReason reason) => new(RoutingTarget.OwnerInbox, reason);
}
