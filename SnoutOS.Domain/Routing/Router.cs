using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Routing;

/// <summary>Where a message goes, and the rule that said so.</summary>
public readonly record struct Route(RoutingTarget Target, RoutingReason Reason, Guid? SitterId = null);

/// <summary>One rule that was asked, by its number, and what it said; null when it did not fit.</summary>
public readonly record struct RuleAsked(int Rule, Route? Said);

/// <summary>
/// Decides where an inbound message goes: the first rule that fits. Pure: the same facts at the same instant always give
/// the same decision. A text to a number that is not ours (rule 0) never gets this far.
/// </summary>
public static class Router
{
    private delegate Route? Judge(RoutingFacts facts, DateTimeOffset instant, Standing standing);

    /// <summary>In the order in which they are asked; a rule's place is its number less one.</summary>
    private static readonly Judge[] Rules =
    [
        SenderIsNoClient,
        ConsentKeyword,
        PoolMismatch,
        UnknownSender,
        FrontDesk,
        SitterMessagesOff,
        OwnerChoice,
        SitterUnavailable,
        NoActiveWindow,
        OneSitter,
        OneSitterAtWork,
        SeveralSitters,
    ];

    /// <param name="facts">What was known.</param>
    /// <param name="instant">The instant of processing.</param>
    public static Route Decide(RoutingFacts facts, DateTimeOffset instant)
    {
        var standing = Standing.Of(facts, instant);
        foreach (var rule in Rules)
        {
            if (rule(facts, instant, standing) is { } route)
            {
                return route;
            }
        }

        throw new InvalidOperationException("The last rules leave nothing over.");
    }

    /// <summary>The rules in the order in which they were asked; the last one is the one that spoke.</summary>
    public static IReadOnlyList<RuleAsked> Explain(RoutingFacts facts, DateTimeOffset instant)
    {
        var standing = Standing.Of(facts, instant);
        var asked = new List<RuleAsked>(Rules.Length);
        foreach (var rule in Rules)
        {
            asked.Add(new RuleAsked(asked.Count + 1, rule(facts, instant, standing)));
            if (asked[^1].Said is not null)
            {
                break;
            }
        }

        return asked;
    }

    private static Route? SenderIsNoClient(RoutingFacts facts, DateTimeOffset instant, Standing standing) => facts.Sender switch
    {
        SenderKind.OwnNumber => ToOwner(RoutingReason.OwnNumber),
        SenderKind.Service => ToOwner(RoutingReason.ServiceSender),
        SenderKind.Staff => ToOwner(RoutingReason.StaffSender),
        SenderKind.Known or SenderKind.Unknown => null,
    };

    private static Route? ConsentKeyword(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        facts.Consent is null ? null : ToOwner(RoutingReason.ConsentKeyword);

    private static Route? PoolMismatch(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        facts is { NumberClass: NumberClass.Pool, HoldsLease: false } ? ToOwner(RoutingReason.PoolMismatch) : null;

    private static Route? UnknownSender(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        facts.Sender == SenderKind.Unknown ? ToOwner(RoutingReason.UnknownSender) : null;

    private static Route? FrontDesk(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        facts.NumberClass == NumberClass.FrontDesk ? ToOwner(RoutingReason.FrontDesk) : null;

    private static Route? SitterMessagesOff(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        facts.SitterMessages ? null : ToOwner(RoutingReason.SitterMessagesOff);

    private static Route? OwnerChoice(RoutingFacts facts, DateTimeOffset instant, Standing standing) => facts.Choice switch
    {
        null => null,
        { } choice when !choice.HoldsAt(instant) => null,
        { SitterId: null } => ToOwner(RoutingReason.OwnerChoice),

        // A chosen sitter whose window has closed or who was locked is no longer one who could be chosen.
        { SitterId: { } sitter } => Standing.Has(facts, instant, sitter) ? ToSitter(sitter, RoutingReason.OwnerChoice) : null,
    };

    private static Route? SitterUnavailable(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        standing is { AnyWindow: true, AvailableSitters.IsNone: true } ? ToOwner(RoutingReason.SitterUnavailable) : null;

    private static Route? NoActiveWindow(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        standing.AnyWindow ? null : ToOwner(RoutingReason.NoActiveWindow);

    private static Route? OneSitter(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        standing.AvailableSitters.Only is { } sitter ? ToSitter(sitter, RoutingReason.ActiveWindow) : null;

    private static Route? OneSitterAtWork(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        standing.SittersAtWork.Only is { } sitter ? ToSitter(sitter, RoutingReason.VisitInProgress) : null;

    private static Route? SeveralSitters(RoutingFacts facts, DateTimeOffset instant, Standing standing) =>
        ToOwner(RoutingReason.OverlappingWindows);

    private static Route ToOwner(RoutingReason reason) => new(RoutingTarget.OwnerInbox, reason);

    private static Route ToSitter(Guid sitterId, RoutingReason reason) => new(RoutingTarget.Sitter, reason, sitterId);
}
