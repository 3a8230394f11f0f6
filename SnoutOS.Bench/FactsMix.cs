using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Bench;

/// <summary>Facts of which each meets another rule, so that the cost of none is left out.</summary>
internal static class FactsMix
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 17, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ana = Guid.CreateVersion7(Noon);
    private static readonly Guid Ben = Guid.CreateVersion7(Noon);

    private static readonly RoutingFacts OnANumber = new(
        Noon, Guid.CreateVersion7(Noon), NumberClass.Sitter, SenderKind.Known, Guid.CreateVersion7(Noon), Consent: null, Windows: [Window(Ana)]);

    private static readonly RoutingFacts OnThePool = OnANumber with { NumberClass = NumberClass.Pool, Windows = [Window(Ana), Window(Ben)] };

    public static IReadOnlyList<RoutingFacts> All { get; } =
    [
        OnANumber with { Sender = SenderKind.OwnNumber },
        OnANumber with { Sender = SenderKind.Service },
        OnANumber with { Sender = SenderKind.Staff },
        OnANumber with { Consent = ConsentKind.OptOut },
        OnThePool with { HoldsLease = false },
        OnANumber with { Sender = SenderKind.Unknown },
        OnANumber with { NumberClass = NumberClass.FrontDesk },
        OnANumber with { SitterMessages = false },
        OnThePool with { Choice = new ChoiceFact(Ben, Noon) },
        OnANumber with { Windows = [Window(Ana) with { SitterIsAvailable = false }] },
        OnANumber with { Windows = [] },
        OnANumber,
        OnThePool with { Windows = [Window(Ana) with { VisitStartsAt = Noon.AddMinutes(-5) }, Window(Ben)] },
        OnThePool,
    ];

    public static int Reasons => All.Select(facts => Router.Decide(facts, facts.ReceivedAt).Reason).Distinct().Count();

    private static WindowFact Window(Guid sitter) => new(
        Guid.CreateVersion7(Noon), Guid.CreateVersion7(Noon), sitter, Noon.AddHours(-1), Noon.AddHours(3), Noon.AddHours(1), Noon.AddHours(2), SitterIsAvailable: true);
}
