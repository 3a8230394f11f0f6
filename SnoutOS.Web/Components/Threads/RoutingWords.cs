using System.Diagnostics;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>Something that a decision was made from: what it is, and how it was.</summary>
public sealed record RoutingFact(string Label, string Value);

/// <summary>Why a message is where it is, in words a business owner uses. Everything is taken from the stored decision.</summary>
public sealed class RoutingWords(ExplainedDecision explained, OrganizationTime time)
{
    private static readonly string[] Titles =
    [
        "Not from a client",
        "A word like STOP or START",
        "A shared number they do not hold",
        "Somebody new",
        "The front desk",
        "Sitters' messaging is off",
        "Your choice",
        "The sitter cannot be written to",
        "Nobody is booked",
        "One sitter is booked",
        "One visit is going on",
        "Several sitters are booked",
    ];

    private RoutingFacts Facts => explained.Facts;

    private IReadOnlyList<WindowFact> Windows => Facts.Windows ?? [];

    public string Where => explained.Decision.Target switch
    {
        RoutingTarget.Sitter => $"This went to {Name(explained.Decision.SitterId)}.",
        RoutingTarget.OwnerInbox => "This came to your inbox.",
    };

    /// <summary>The rules that were asked, the last one being the one that decided.</summary>
    public IReadOnlyList<RuleAsked> Asked { get; } = Router.Explain(explained.Facts, explained.Decision.DecidedAt);

    public static string Title(RuleAsked asked) => Titles[asked.Rule - 1];

    public string Because => explained.Decision.Reason switch
    {
        RoutingReason.UnknownNumber => "The number it was sent to is not one of yours.",
        RoutingReason.OwnNumber => "It came from one of your own numbers, and such texts are passed on to nobody.",
        RoutingReason.ServiceSender => "It came from a service without a phone number, such as a short code.",
        RoutingReason.StaffSender => "It came from the own phone of somebody on your team.",
        RoutingReason.ConsentKeyword => "The whole text was a word that ends texts or starts them again.",
        RoutingReason.PoolMismatch => "It came to a shared number that they do not hold, so it belongs to your front desk.",
        RoutingReason.UnknownSender => "You did not know this sender yet.",
        RoutingReason.FrontDesk => "It came to your front desk, which no sitter sees.",
        RoutingReason.SitterMessagesOff => "Messaging for sitters was switched off.",
        RoutingReason.OwnerChoice when explained.Decision.SitterId is { } sitter => $"You had chosen {Name(sitter)} for this conversation.",
        RoutingReason.OwnerChoice => "You had taken this conversation over.",
        RoutingReason.SitterUnavailable => $"{Everybody()} booked, but could not be written to: paused, gone, or without a sign-in.",
        RoutingReason.NoActiveWindow => "No sitter was booked with them at that time.",
        RoutingReason.ActiveWindow => $"{Name(explained.Decision.SitterId)} was the one sitter booked with them at that time.",
        RoutingReason.VisitInProgress => $"{Everybody()} booked, and only {Name(explained.Decision.SitterId)}'s visit itself was going on.",
        RoutingReason.OverlappingWindows => $"{Everybody()} booked at that time, so you have to choose.",
    };

    /// <summary>Why a rule that was asked before did not fit.</summary>
    public string WhyNot(RuleAsked asked) => asked.Rule switch
    {
        1 => "It came from no number of yours, no service and nobody on your team.",
        2 => "It was an ordinary text.",
        3 => Facts.NumberClass == NumberClass.Pool ? "They held this shared number." : "It did not come to a shared number.",
        4 => "You knew the sender.",
        5 => "It did not come to the front desk.",
        6 => "It was switched on.",
        7 => WhyNotChosen(),
        8 => Windows.Count == 0 ? "There was no sitter to be written to." : "At least one sitter who was booked could be written to.",
        9 => "Somebody was booked.",
        10 => "More than one sitter was booked.",
        11 => "No visit was going on by itself.",
        _ => throw new UnreachableException($"Rule {asked.Rule} leaves nothing over."),
    };

    public IEnumerable<RoutingFact> Told()
    {
        yield return new("Received", time.Full(Facts.ReceivedAt));
        yield return new("From", explained.Decision.Sender);
        yield return new("To", $"{ClassOf(Facts.NumberClass)} {explained.Decision.Recipient}");
        if (Facts.NumberClass == NumberClass.Pool)
        {
            yield return new("Shared number", Facts.HoldsLease ? "Theirs at that time" : "Not theirs at that time");
        }

        if (Facts.NumberClass != NumberClass.FrontDesk)
        {
            yield return new("Messaging for sitters", Facts.SitterMessages ? "On" : "Off");
            yield return new("Booked", Windows.Count == 0 ? "Nobody" : string.Join("; ", Windows.Select(Tell)));
        }

        if (Facts.Choice is { } choice)
        {
            var since = ActWords.Moment(choice.ChosenAt, time);
            yield return new("Your choice", choice.SitterId is { } sitter ? $"{Name(sitter)}, since {since}" : $"You took over, {since}");
        }
    }

    private string Tell(WindowFact window) =>
        $"{Name(window.SitterId)} could write from {ActWords.Moment(window.OpensAt, time)} to {ActWords.Moment(window.ClosesAt, time)}, for a visit from {time.Clock(window.VisitStartsAt)} to {time.Clock(window.VisitEndsAt)}"
        + (window.SitterIsAvailable ? "" : " (could not be written to)");

    private string WhyNotChosen() => Facts.Choice switch
    {
        null => "You had not chosen anybody.",
        { } choice when !choice.HoldsAt(explained.Decision.DecidedAt) => "Your choice was more than 24 hours old.",
        { } choice => $"{Name(choice.SitterId)}, whom you had chosen, was not booked or could not be written to.",
    };

    private string Everybody()
    {
        var names = Windows.Where(window => window.Contains(Facts.ReceivedAt)).Select(window => Name(window.SitterId)).Distinct(StringComparer.Ordinal).ToList();
        return names.Count switch
        {
            0 => "A sitter was",
            1 => $"{names[0]} was",
            2 => $"{names[0]} and {names[1]} were both",
            _ => $"{string.Join(", ", names[..^1])} and {names[^1]} were all",
        };
    }

    private string Name(Guid? sitterId) =>
        sitterId is { } id && explained.Sitters.TryGetValue(id, out var name) ? PersonName.FirstOf(name) : "a sitter";

    private static string ClassOf(NumberClass numberClass) => numberClass switch
    {
        NumberClass.FrontDesk => "Front desk",
        NumberClass.Sitter => "Sitter's number",
        NumberClass.Pool => "Shared number",
    };
}
