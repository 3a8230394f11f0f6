using System.Diagnostics;
using System.Globalization;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Tests.AntiPoaching;

namespace SnoutOS.Bench;

/// <summary>Time and memory of the detector, in turns with the plain expressions on the same messages.</summary>
internal static class DetectorSpeed
{
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private const int HonestLength = 160;
    private static readonly int[] Lengths = [1_250, 2_500, 5_000, 10_000, 20_000];

    private static readonly string[] Adversarial =
    [
        "1 ", "555 ", "2125550142 ", "one ", "oh ", "to for ", "me ", "book me ", "don't tell ", "a.", "a@", "@", "$", ". ", "v e n m o ", "face ", "4a", "🐶", "é\u0301", "whatsap ", "+1 ", "o1l",
    ];

    public static void Print(TextWriter output, Detector detector, string part)
    {
        var honest = Honest(part);
        Warm(honest, detector);
        var (ours, theirs) = InTurns(honest, text => detector.Inspect(text).Count, PlainExpressions.Matches);
        Line(output, $"  {honest.Count} honest messages of {HonestLength} characters, nothing found in them, the best of {Rounds} rounds in turns:");
        Line(output, $"    detector {ours.Nanoseconds:0} ns, {ours.Bytes:0.##} bytes; {PlainExpressions.Count} expressions {theirs.Nanoseconds:0} ns, {theirs.Bytes:0.##} bytes: {ours.Nanoseconds / theirs.Nanoseconds:0.00} times");
        PrintKinds(output, detector, part);
        PrintLengths(output, detector);
    }

    private static void PrintKinds(TextWriter output, Detector detector, string part)
    {
        var kinds = PoachingCorpus.Evasions.Concat(PoachingCorpus.Honest).Where(entry => entry.Part == part).GroupBy(entry => entry.Kind, StringComparer.Ordinal)
            .Select(kind => (kind.Key, Turns: InTurns([.. kind.SelectMany(entry => entry.Messages)], text => detector.Inspect(text).Count, PlainExpressions.Matches)))
            .OrderByDescending(kind => kind.Turns.Ours.Nanoseconds / kind.Turns.Theirs.Nanoseconds);
        Line(output, $"  the kinds that cost most beside the expressions:");
        foreach (var (kind, (ours, theirs)) in kinds.Take(5))
        {
            Line(output, $"    {kind,-42}{ours.Nanoseconds,8:0} ns{theirs.Nanoseconds,8:0} ns  {ours.Nanoseconds / theirs.Nanoseconds:0.00} times");
        }
    }

    private static void PrintLengths(TextWriter output, Detector detector)
    {
        Line(output, $"  nanoseconds per character at {string.Join(", ", Lengths.Select(length => length.ToString("N0", CultureInfo.InvariantCulture)))} characters of the same over and over:");
        foreach (var piece in Adversarial)
        {
            var costs = Lengths.Select(length => PerCharacter(detector, piece, length)).ToList();
            Line(output, $"    {piece.Trim(),-14}{string.Join(" ", costs.Select(cost => cost.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(8)))}");
        }
    }

    private static double PerCharacter(Detector detector, string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
        return Enumerable.Range(0, 5).Select(_ => Measured.Of(length, () => detector.Inspect(text))).ToList().Min(round => round.Nanoseconds);
    }

    /// <summary>Honest messages joined and cut to one length, without those in which something is found.</summary>
    private static List<string> Honest(string part)
    {
        var detector = new Detector(PoachingCorpus.Allowed);
        var text = string.Join(' ', PoachingCorpus.Honest.Where(entry => entry.Part == part).SelectMany(entry => entry.Messages));
        return [.. text.Chunk(HonestLength).Where(chunk => chunk.Length == HonestLength).Select(chunk => new string(chunk)).Where(message => detector.Inspect(message).Count == 0)];
    }

    private static (Measured Ours, Measured Theirs) InTurns(IReadOnlyList<string> messages, Func<string, int> ours, Func<string, int> theirs)
    {
        var rounds = new List<(Measured Ours, Measured Theirs)>();
        for (var round = -3; round < Rounds; round++)
        {
            var pair = (Of(messages, ours), Of(messages, theirs));
            if (round >= 0)
            {
                rounds.Add(pair);
            }
        }

        return (Best([.. rounds.Select(round => round.Ours)]), Best([.. rounds.Select(round => round.Theirs)]));
    }

    /// <summary>Until the runtime has compiled everything for good, which it does in its own time.</summary>
    private static void Warm(IReadOnlyList<string> messages, Detector detector)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;)
        {
            Of(messages, text => detector.Inspect(text).Count);
            Of(messages, PlainExpressions.Matches);
        }
    }

    private static Measured Of(IReadOnlyList<string> messages, Func<string, int> inspect) => Measured.Of(messages.Count, () =>
    {
        for (var index = 0; index < messages.Count; index++)
        {
            inspect(messages[index]);
        }
    });

    private static Measured Best(IReadOnlyCollection<Measured> rounds) =>
        new(rounds.Min(round => round.Nanoseconds), rounds.Min(round => round.Bytes));

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
