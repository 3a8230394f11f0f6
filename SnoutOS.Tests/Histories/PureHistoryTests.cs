using FsCheck;
using FsCheck.Fluent;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Histories;

/// <summary>The rules without a database, over very many histories and over facts that no history would come to.</summary>
public sealed class PureHistoryTests
{
    [SeededProperty(MaxTest = 20_000, Arbitrary = [typeof(PureHistories)])]
    public void A_sitter_gets_and_writes_what_their_windows_allow_and_nothing_else(PureHistory history) => Assert.NotNull(history.Play());

    [SeededProperty(MaxTest = 20_000, Arbitrary = [typeof(AnyFacts)])]
    public void Whatever_the_facts_one_decision_comes_of_them_and_always_the_same(RoutingFacts facts, Instant at)
    {
        var route = Router.Decide(facts, at.Value);
        Assert.Equal(route.Target == RoutingTarget.Sitter, route.SitterId is not null);
        if (route.SitterId is { } sitter)
        {
            Assert.Contains(facts.Windows!, window => window.SitterId == sitter && window.SitterIsAvailable
                && window.OpensAt <= facts.ReceivedAt && facts.ReceivedAt < window.ClosesAt
                && window.OpensAt <= at.Value && at.Value < window.ClosesAt);
            Assert.True(facts is { Sender: SenderKind.Known, SitterMessages: true, Consent: null } && facts.NumberClass != NumberClass.FrontDesk);
        }

        PureJudge.Replays(facts, at.Value, route);
    }

    /// <summary>An instant within a few microseconds of all others.</summary>
    public sealed record Instant(DateTimeOffset Value);

    public static class AnyFacts
    {
        private static readonly Gen<DateTimeOffset> At = Gen.Choose(-3, 3).Select(steps => TestTime.Noon.AddMicroseconds(steps));
        private static readonly Gen<bool> Mostly = Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)));
        private static readonly Gen<Guid> Sitter = Gen.Choose(0, 2).Select(PureModel.Id);

        private static readonly Gen<WindowFact> Window =
            from sitter in Sitter
            from ends in At.Two()
            from visit in At.Two()
            from available in Mostly
            select new WindowFact(Guid.Empty, Guid.Empty, sitter, ends.Item1, ends.Item2, visit.Item1, visit.Item2, available);

        private static readonly Gen<ChoiceFact?> Choice = Gen.Frequency(
            (3, Gen.Constant<ChoiceFact?>(null)),
            (1, At.Select(at => (ChoiceFact?)new ChoiceFact(null, at - ChoiceFact.HoldsFor))),
            (2, Sitter.Zip(At, (sitter, at) => (ChoiceFact?)new ChoiceFact(sitter, at - ChoiceFact.HoldsFor))));

        public static Arbitrary<Instant> Instants() => At.Select(at => new Instant(at)).ToArbitrary();

        public static Arbitrary<RoutingFacts> Facts() => Arb.From(
            from received in At
            from numberClass in Gen.Elements(NumberClass.Sitter, NumberClass.Pool, NumberClass.Pool, NumberClass.FrontDesk)
            from sender in Gen.Frequency((6, Gen.Constant(SenderKind.Known)), (1, Gen.Elements(Enum.GetValues<SenderKind>())))
            from consent in Gen.Frequency((9, Gen.Constant<ConsentKind?>(null)), (1, Gen.Elements<ConsentKind?>(ConsentKind.OptIn, ConsentKind.OptOut)))
            from lease in Mostly
            from flag in Mostly
            from windows in Gen.Choose(0, 4).SelectMany(count => Window.ListOf(count))
            from choice in Choice
            select new RoutingFacts(
                received, PureModel.Id(50), numberClass, sender, sender == SenderKind.Known ? PureModel.Id(90) : null, consent, lease, flag, [.. windows], choice));
    }
}
