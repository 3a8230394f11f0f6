using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Tests.AntiPoaching;

/// <summary>
/// How well the detector does on the messages that we wrote. The floors are what was reached, rounded down, so that it
/// cannot get worse unseen. A failure names counts; the texts of the other parts than tuning are never shown.
/// </summary>
public sealed class DetectorCorpusTests
{
    private static readonly Detector Detector = new(PoachingCorpus.Allowed);

    [Fact]
    public void The_corpus_is_large_and_its_parts_are_alike()
    {
        foreach (var (name, fewest) in (IReadOnlyList<(string, int)>)[("evasions.jsonl", 600), ("honest.jsonl", 1_200)])
        {
            var corpus = PoachingCorpus.ReadFile(PoachingCorpus.Files.Single(file => Path.GetFileName(file) == name));
            Assert.True(corpus.Count >= fewest);
            var kinds = corpus.GroupBy(entry => entry.Kind, StringComparer.Ordinal).ToList();
            Assert.True(kinds.Count >= 28);
            Assert.All(kinds, kind => Assert.InRange(kind.Count(entry => entry.IsTuning) - kind.Count(entry => !entry.IsTuning), -1, 1));
        }
    }

    [Fact]
    public void Nothing_is_in_two_parts()
    {
        var tuning = PoachingCorpus.Evasions.Concat(PoachingCorpus.Honest).Where(entry => entry.IsTuning)
            .Select(entry => string.Join('\n', entry.Messages)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var twice = PoachingCorpus.Evasions.Where(entry => !entry.IsTuning).Count(entry => tuning.Contains(string.Join('\n', entry.Messages)));
        Assert.Equal(0, twice);
    }

    [Theory]
    [InlineData("tuning", TuningRecall)]
    [InlineData("test", TestRecall)]
    [InlineData("unseen", UnseenRecall)]
    public void Evasions_are_caught(string part, double floor)
    {
        var entries = PoachingCorpus.Evasions.Where(entry => entry.Part == part).ToList();
        var caught = entries.Count(IsCaught);
        Assert.True(caught >= floor * entries.Count, $"{caught} of {entries.Count} evasions of the {part} part are caught; {floor:P1} were.");
    }

    [Theory]
    [InlineData("tuning", TuningFalse, TuningBlocked)]
    [InlineData("test", TestFalse, TestBlocked)]
    [InlineData("unseen", UnseenFalse, UnseenBlocked)]
    public void Honest_messages_pass(string part, double mostCaught, double mostBlocked)
    {
        var entries = PoachingCorpus.Honest.Where(entry => entry.Part == part).ToList();
        var (caught, blocked) = (entries.Count(IsCaught), entries.Count(entry => Judge(entry) == PoachingVerdict.Block));
        Assert.True(caught <= mostCaught * entries.Count, $"{caught} of {entries.Count} honest entries of the {part} part are caught; {mostCaught:P1} were.");
        Assert.True(blocked <= mostBlocked * entries.Count, $"{blocked} of {entries.Count} honest entries of the {part} part are blocked; {mostBlocked:P1} were.");
    }

    private const double TuningRecall = .88;
    private const double TestRecall = .87;
    private const double TuningFalse = .005;
    private const double TuningBlocked = .002;
    private const double UnseenRecall = .82;
    private const double UnseenFalse = .014;
    private const double UnseenBlocked = .001;
    private const double TestFalse = .0225;
    private const double TestBlocked = .004;

    private static bool IsCaught(CorpusEntry entry) => Judge(entry) != PoachingVerdict.Pass;

    private static PoachingVerdict Judge(CorpusEntry entry) => PoachingPolicy.SitterToClient.Judge(Detector.Inspect(entry));
}
