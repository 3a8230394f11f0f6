using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Bench.Training;

/// <summary>What the model says to messages that it did not learn from, a fifth of them at a time.</summary>
internal sealed class CrossValidation
{
    private const int Folds = 5;

    /// <summary>So many in a hundred honest messages about pets may be flagged, and of all honest ones blocked.</summary>
    private const double Flagged = 2, Blocked = .1;

    /// <summary>So many in a hundred of what would be found may be missed for not looking closely.</summary>
    private const int Overlooked = 1;

    private readonly List<(Example Example, int Glance, int Score)> _judged = [];

    public CrossValidation(IReadOnlyList<Example> examples)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var trained = Trained.On([.. examples.Where(example => example.Fold(Folds) != fold)], withTypes: false);
            _judged.AddRange(examples.Where(example => example.Fold(Folds) == fold).Select(example => (example, trained.Glance(example), trained.Score(example))));
        }

        FlagFrom = Limit(Scores(example => !example.IsEvasion && !example.IsElsewhere), Flagged);
        BlockFrom = Math.Max(FlagFrom + 1, Limit(Scores(example => !example.IsEvasion), Blocked));
        var found = _judged.Where(judged => judged.Example.IsEvasion && judged.Score >= FlagFrom).Select(judged => judged.Glance).Order().ToList();
        LookFrom = found[found.Count * Overlooked / 100];
    }

    public int LookFrom { get; }

    public int FlagFrom { get; }

    public int BlockFrom { get; }

    public void Print(TextWriter output)
    {
        Line(output, $"cross-validated: flagged from {FlagFrom}, blocked from {BlockFrom}, looked at closely from {LookFrom}");
        Print(output, "honest, pets", example => !example.IsEvasion && !example.IsElsewhere);
        Print(output, "honest, elsewhere", example => example.IsElsewhere);
        Print(output, "meant", example => example.IsEvasion && !example.IsSpelledOut);
        foreach (var type in Enum.GetValues<FindingType>())
        {
            Print(output, $"  {type}", example => !example.IsSpelledOut && example.Entry.Types.Contains(type));
        }

        Print(output, "spelled out", example => example.IsSpelledOut);
        var (honest, meant) = (Scores(example => !example.IsEvasion && !example.IsElsewhere), Scores(example => example.IsEvasion && !example.IsSpelledOut));
        foreach (var percent in (double[])[.1, .3, .5, 1, 2, 3])
        {
            var from = Limit(honest, percent);
            Line(output, $"  if {percent:0.0} % of the honest about pets were flagged, so were {Share(meant.Count(score => score >= from), meant.Count)} of the meant");
        }
    }

    private void Print(TextWriter output, string name, Func<Example, bool> which)
    {
        var judged = _judged.Where(judged => which(judged.Example)).ToList();
        Line(output, $"  {name,-22}{judged.Count,6}, looked at closely {Share(judged.Count(judged => judged.Glance >= LookFrom), judged.Count)}, flagged {Share(judged.Count(judged => judged.Glance >= LookFrom && judged.Score >= FlagFrom), judged.Count)}, of these blocked {Share(judged.Count(judged => judged.Glance >= LookFrom && judged.Score >= BlockFrom), judged.Count)}");
    }

    private List<int> Scores(Func<Example, bool> which) => [.. _judged.Where(judged => which(judged.Example)).Select(judged => judged.Score).OrderDescending()];

    private static int Limit(List<int> falling, double percent) => falling[(int)(percent / 100 * falling.Count)] + 1;

    private static string Share(int part, int whole) => FormattableString.Invariant($"{100.0 * part / Math.Max(1, whole):0.00} %");

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(FormattableString.Invariant(line));
}
