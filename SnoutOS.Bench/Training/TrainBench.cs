using SnoutOS.Domain.AntiPoaching.Meaning;
using SnoutOS.Tests.AntiPoaching;

namespace SnoutOS.Bench.Training;

/// <summary>
/// Learns what messages mean from the tuning parts of the corpus and from further files, and says how well that holds for
/// messages it did not learn from: a fifth of all at a time, and each file by the others.
/// </summary>
internal static class TrainBench
{
    public static int Run(TextWriter output, IReadOnlyList<FileInfo> further, FileInfo? into, bool check)
    {
        var reader = new ExampleReader();
        var examples = PoachingCorpus.Files.Concat(further.Select(file => file.FullName))
            .SelectMany(path => PoachingCorpus.ReadFile(path).Where(entry => entry.IsTuning).Select(entry => reader.Read(entry, Path.GetFileNameWithoutExtension(path)))).ToList();
        output.WriteLine(FormattableString.Invariant($"{examples.Count(example => example.IsEvasion)} evasions, {examples.Count(example => !example.IsEvasion)} honest entries"));
        var validation = new CrossValidation(examples);
        validation.Print(output);
        foreach (var source in examples.Select(example => example.Source).Distinct(StringComparer.Ordinal).ToList())
        {
            Across(output, source, examples, validation);
        }

        var trained = Trained.On(examples, withTypes: true);
        var lines = trained.Lines(validation.LookFrom, validation.FlagFrom, validation.BlockFrom).ToList();
        output.WriteLine(FormattableString.Invariant($"{trained.Count} features; the detector's own sum differs in {Differing(lines, trained, examples)} of {examples.Count} entries"));
        if (into is not null)
        {
            File.WriteAllLines(into.FullName, lines);
        }

        var isLearned = lines.SequenceEqual(Resource.Lines("weights.txt"), StringComparer.Ordinal);
        output.WriteLine(isLearned ? "the detector has these weights" : "the detector has other weights");
        return check && !isLearned ? 1 : 0;
    }

    /// <summary>A file by what the others teach, at the thresholds of all.</summary>
    private static void Across(TextWriter output, string source, List<Example> examples, CrossValidation validation)
    {
        var trained = Trained.On([.. examples.Where(example => example.Source != source)], withTypes: false);
        var judged = examples.Where(example => example.Source == source && !example.IsSpelledOut).ToList();
        var (flagged, blocked) = (judged.Count(example => trained.Score(example) >= validation.FlagFrom), judged.Count(example => trained.Score(example) >= validation.BlockFrom));
        output.WriteLine(FormattableString.Invariant($"  {source,-26}by the others: {judged.Count,5} not spelled out, flagged {100.0 * flagged / judged.Count:0.0} %, blocked {100.0 * blocked / judged.Count:0.0} %"));
    }

    /// <summary>The detector adds up by other means than the trainer; in very long messages it may forget that a word was there.</summary>
    private static int Differing(IReadOnlyList<string> lines, Trained trained, IReadOnlyList<Example> examples)
    {
        var scorer = new ExampleScorer(new MeaningModel(lines));
        return examples.Count(example => scorer.Score(example.Entry) != (trained.Glance(example), trained.Score(example)));
    }
}
