using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.AntiPoaching.Meaning;
using SnoutOS.Domain.AntiPoaching.Phones;
using SnoutOS.Domain.AntiPoaching.Reading;
using SnoutOS.Tests.AntiPoaching;

namespace SnoutOS.Bench.Training;

/// <summary>An entry of a corpus as the trainer sees it.</summary>
/// <param name="Features">What each word adds to what was said before it, by name; letters of words as often as words have them, all else once.</param>
/// <param name="AtAGlance">The same of the words alone.</param>
/// <param name="IsSpelledOut">The finders of what is written out find it: there is less to learn from it.</param>
internal sealed record Example(CorpusEntry Entry, string Source, string[][] Features, string[][] AtAGlance, bool IsSpelledOut)
{
    public bool IsEvasion => Entry.Types.Count > 0;

    /// <summary>Honest, and not about pets: from files of everyday messages.</summary>
    public bool IsElsewhere => !IsEvasion && Source.Contains("everyday", StringComparison.Ordinal);

    /// <summary>The same for the same text, whatever else is in the corpus.</summary>
    public int Fold(int folds) => (int)((WordHash.Of(string.Join('\n', Entry.Messages)) >> 17) % (ulong)folds);
}

/// <summary>Makes examples of entries.</summary>
internal sealed class ExampleReader
{
    private readonly MeaningText _meaning = new(new MeaningModel([]));
    private readonly MessageReading _reading = new();
    private readonly PhoneFinder _phones = new();
    private readonly FindingList _findings = new();

    public Example Read(CorpusEntry entry, string source)
    {
        var text = string.Join(MessageText.BoundaryMark, entry.Messages);
        _reading.Read(text, AllowList.Empty, "US");
        _meaning.Read(_reading.Text);
        return new Example(entry, source, FeatureNames.Of(_reading.Text, _meaning, text), FeatureNames.AtAGlance(_reading.Text, _meaning, text), entry.Types.Count > 0 && IsSpelledOut());
    }

    private bool IsSpelledOut()
    {
        _findings.Clear();
        _phones.Find(_reading, _findings);
        AddressFinder.Find(_reading, _findings);
        HandleFinder.Find(_reading, _findings);
        return _findings.Count > 0;
    }
}

/// <summary>What the detector's own sums come to.</summary>
internal sealed class ExampleScorer(MeaningModel model)
{
    private readonly MeaningText _meaning = new(model);
    private readonly MeaningScore _score = new(model);
    private readonly MessageReading _reading = new();

    public (int Glance, int Score) Score(CorpusEntry entry)
    {
        _reading.Read(string.Join(MessageText.BoundaryMark, entry.Messages), AllowList.Empty, "US");
        var glance = _meaning.Glance(_reading.Text);
        _meaning.Read(_reading.Text);
        _score.Read(_meaning.Words);
        return (glance, _score.Total);
    }
}
