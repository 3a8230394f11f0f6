using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Bench;

/// <summary>
/// What one inbound text costs up to its decision: whose number, who is writing, which facts, which way. Measured on a
/// small and on a very large database in turns, so that whatever else the machine does weighs on both.
/// </summary>
internal static class InboundBench
{
    private const double MostRatio = 1.5;
    private const int Rounds = 31;
    private const int TextsPerRound = 300;

    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("snout-bench-");
        try
        {
            await using var few = await BenchDatabase.FillAsync(folder, "few", Size.Few, output, cancellationToken);
            await using var many = await BenchDatabase.FillAsync(folder, "many", Size.Many, output, cancellationToken);
            return Report(output, few, many, await MeasureAsync(few, many, cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<(Measured Few, Measured Many)>> MeasureAsync(BenchDatabase few, BenchDatabase many, CancellationToken cancellationToken)
    {
        var rounds = new List<(Measured Few, Measured Many)>();
        for (var round = -2; round < Rounds; round++)
        {
            // Whoever goes second finds the machine as the first left it: they take turns.
            var isOdd = round % 2 != 0;
            var first = await RoundAsync(isOdd ? few : many, round, cancellationToken);
            var second = await RoundAsync(isOdd ? many : few, round, cancellationToken);
            if (round >= 0)
            {
                rounds.Add(isOdd ? (first, second) : (second, first));
            }
        }

        return rounds;
    }

    private static Task<Measured> RoundAsync(BenchDatabase database, int round, CancellationToken cancellationToken)
    {
        var texts = database.Texts(new Random(round), TextsPerRound);
        return Measured.OfAsync(texts.Count, async () =>
        {
            foreach (var text in texts)
            {
                await DecideAsync(database, text, cancellationToken);
            }
        });
    }

    /// <summary>As <see cref="MessageReceiver"/> does it, up to the point where it begins to write.</summary>
    private static async Task<Route> DecideAsync(BenchDatabase database, BenchText text, CancellationToken cancellationToken)
    {
        var ends = await database.Numbers.FindAsync(text.To.E164, text.From.E164, cancellationToken);
        var number = ends.To ?? throw new InvalidOperationException("The text went to no number of the database.");
        await using var db = database.Db.ForOrganization(number.OrganizationId);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var sender = await SenderLookup.FindAsync(db, text.From.E164, ends.FromIsOurs, number.Id, cancellationToken);
        var facts = await FactsReader.ReadAsync(
            db, number, sender, consent: null, sitterMessages: true, text.At, text.At, cancellationToken);
        var route = Router.Decide(facts, text.At);
        database.Count(route.Reason);
        return route;
    }

    private static int Report(TextWriter output, BenchDatabase few, BenchDatabase many, List<(Measured Few, Measured Many)> rounds)
    {
        var ratio = rounds.MedianOf(round => round.Many.Nanoseconds) / rounds.MedianOf(round => round.Few.Nanoseconds);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"inbound: facts and decision of one text, median of {Rounds} rounds of {TextsPerRound} texts"));
        Report(output, few, rounds.ConvertAll(round => round.Few));
        Report(output, many, rounds.ConvertAll(round => round.Many));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ratio {ratio:0.00}, which must stay under {MostRatio}"));
        return ratio < MostRatio ? 0 : 1;
    }

    private static void Report(TextWriter output, BenchDatabase database, List<Measured> rounds)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {database.Size.Messages,9:N0} messages, {database.Size.Windows,7:N0} windows: {rounds.MedianOf(round => round.Nanoseconds) / 1000,7:0.0} µs, {rounds.MedianOf(round => round.Bytes):N0} bytes"));
        output.WriteLine($"    {string.Join(", ", database.Reasons.OrderByDescending(reason => reason.Value).Select(reason => $"{reason.Key} {reason.Value}"))}");
    }
}
