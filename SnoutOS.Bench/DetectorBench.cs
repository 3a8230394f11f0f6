using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Tests.AntiPoaching;

namespace SnoutOS.Bench;

/// <summary>How well the detector judges the messages of the corpus, and what that costs beside plain regular expressions.</summary>
internal static class DetectorBench
{
    public static int Run(TextWriter output, string part, IReadOnlyList<FileInfo> further)
    {
        var detector = new Detector(PoachingCorpus.Allowed);
        foreach (var file in further)
        {
            var entries = Judge(detector, PoachingCorpus.ReadFile(file.FullName));
            output.WriteLine($"detector on {file.Name}");
            DetectorFigures.Print(output, [.. entries.Where(entry => entry.Entry.Types.Count > 0)], [.. entries.Where(entry => entry.Entry.Types.Count == 0)]);
        }

        if (further.Count > 0)
        {
            return 0;
        }

        var evasions = Judge(detector, PoachingCorpus.Evasions.Where(entry => entry.Part == part));
        var honest = Judge(detector, PoachingCorpus.Honest.Where(entry => entry.Part == part));
        output.WriteLine($"detector on the {part} part: {evasions.Count} evasions, {honest.Count} honest entries");
        DetectorFigures.Print(output, evasions, honest);
        if (part == "tuning")
        {
            DetectorFigures.PrintMisses(output, evasions, honest);
        }

        DetectorSpeed.Print(output, detector, part);
        return 0;
    }

    private static List<JudgedEntry> Judge(Detector detector, IEnumerable<CorpusEntry> corpus) =>
    [
        .. corpus.Select(entry => (entry, findings: detector.Inspect(entry)))
            .Select(pair => new JudgedEntry(pair.entry, pair.findings, PoachingPolicy.SitterToClient.Judge(pair.findings))),
    ];
}

/// <summary>An entry of the corpus and what the detector made of it.</summary>
internal sealed record JudgedEntry(CorpusEntry Entry, IReadOnlyList<Finding> Findings, PoachingVerdict Verdict)
{
    public bool IsCaught => Verdict != PoachingVerdict.Pass;

    public bool IsBlocked => Verdict == PoachingVerdict.Block;

    public bool Has(FindingType type) => Findings.Any(finding => finding.Type == type && PoachingPolicy.SitterToClient.Judge(finding) != PoachingVerdict.Pass);
}
