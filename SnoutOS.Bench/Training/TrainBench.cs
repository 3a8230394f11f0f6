using System.Globalization;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Tests.AntiPoaching;

namespace SnoutOS.Bench.Training;

/// <summary>Learns what messages mean from the tuning part and from further files, and says how well that holds for messages it did not learn from.</summary>
internal static class TrainBench
{
    private const int Folds = 5;

    /// <summary>So many honest messages in a hundred may be flagged, and blocked.</summary>
    private const double Flagged = .3, Blocked = .05;

    public static int Run(TextWriter output, IReadOnlyList<FileInfo> corpora, FileInfo? into)
    {
        var reader = new ExampleReader();
        var examples = PoachingCorpus.Evasions.Concat(PoachingCorpus.Honest).Where(entry => entry.IsTuning).Select(entry => reader.Read(entry, "tuning"))
            .Concat(corpora.SelectMany(file => PoachingCorpus.ReadFile(file.FullName).Select(entry => reader.Read(entry, Path.GetFileNameWithoutExtension(file.Name))))).ToList();
        Line(output, $"{examples.Count(example => example.IsEvasion)} evasions, {examples.Count(example => !example.IsEvasion)} honest entries");
        foreach (var source in examples.Select(example => example.Source).Distinct(StringComparer.Ordinal).ToList())
        {
            Across(output, $"others judge {source}", examples.Where(example => example.Source != source).ToList(), examples.Where(example => example.Source == source || !example.IsEvasion && example.Fold(Folds) == 0).ToList());
        }

        var glances = new Dictionary<Example, int>();
        var honest = new List<int>();
        var evasions = new List<(Example Example, int Score)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var trained = Trained.On([.. examples.Where(example => example.Fold(Folds) != fold)], withTypes: false);
            foreach (var example in examples.Where(example => example.Fold(Folds) == fold))
            {
                glances[example] = trained.Glance(example);
                if (example.IsEvasion)
                {
                    evasions.Add((example, trained.Score(example)));
                }
                else
                {
                    honest.Add(trained.Score(example));
                }
            }
        }

        var (flag, block) = (Limit(honest, Flagged), Limit(honest, Blocked));
        var look = evasions.Where(pair => pair.Score >= flag).Select(pair => glances[pair.Example]).Order().ElementAt(evasions.Count(pair => pair.Score >= flag) / 100);
        Line(output, $"looked at closely {100.0 * examples.Count(example => !example.IsEvasion && glances[example] >= look) / honest.Count:0.0} % of the honest");
        Line(output, $"cross-validated: {Shares(evasions, honest)}");
        foreach (var type in Enum.GetValues<FindingType>())
        {
            Line(output, $"  {type,-20} {Shares([.. evasions.Where(pair => pair.Example.Entry.Types.Contains(type))], honest)}");
        }

        var final = Trained.On(examples, withTypes: true);
        Line(output, $"{final.Count} features");
        if (into is not null)
        {
            File.WriteAllLines(into.FullName, final.Lines(look, flag, block));
        }

        return 0;
    }

    private static void Across(TextWriter output, string name, List<Example> learned, List<Example> judged)
    {
        var trained = Trained.On(learned.Where(example => example.IsEvasion || example.Fold(Folds) != 0).ToList(), withTypes: false);
        Line(output, $"{name,-40} {Shares([.. judged.Where(example => example.IsEvasion).Select(example => (example, trained.Score(example)))], [.. judged.Where(example => !example.IsEvasion).Select(trained.Score)])}");
    }

    private static string Shares(List<(Example Example, int Score)> evasions, List<int> honest)
    {
        var meant = evasions.Where(pair => !pair.Example.IsSpelledOut).Select(pair => pair.Score).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{meant.Count,5} meant, {honest.Count} honest: recall at .1, .3, 1, 3 % of honest {Recall(.1)} {Recall(.3)} {Recall(1)} {Recall(3)}");
        string Recall(double share) => (100.0 * meant.Count(score => score >= Limit(honest, share)) / Math.Max(1, meant.Count)).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static int Limit(List<int> honest, double percent)
    {
        var falling = honest.OrderDescending().ToList();
        return falling[Math.Min(falling.Count - 1, (int)(percent / 100 * falling.Count))] + 1;
    }

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
