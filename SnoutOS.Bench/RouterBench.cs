using System.Globalization;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Bench;

/// <summary>The router alone: no database, no clock.</summary>
internal static class RouterBench
{
    private const int Rounds = 21;
    private const int DecisionsPerRound = 1_000_000;

    public static int Run(TextWriter output)
    {
        var mix = FactsMix.All;
        Decide(mix, DecisionsPerRound);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Measured.Of(DecisionsPerRound, () => Decide(mix, DecisionsPerRound))).ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"router: {rounds.MedianOf(round => round.Nanoseconds):0.0} ns and {rounds.MedianOf(round => round.Bytes):0.##} bytes allocated per decision"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  median of {Rounds} rounds of {DecisionsPerRound:N0} decisions over {mix.Count} facts that meet {FactsMix.Reasons} reasons"));
        return 0;
    }

    /// <summary>Answers how many went to a sitter, so that nothing is optimised away.</summary>
    private static int Decide(IReadOnlyList<RoutingFacts> mix, int decisions)
    {
        var toSitters = 0;
        for (var index = 0; index < decisions; index++)
        {
            var facts = mix[index % mix.Count];
            toSitters += Router.Decide(facts, facts.ReceivedAt).SitterId is null ? 0 : 1;
        }

        return toSitters;
    }
}
