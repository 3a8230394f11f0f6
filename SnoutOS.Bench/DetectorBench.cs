using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Tests.AntiPoaching;

namespace SnoutOS.Bench;

/// <summary>How well the detector judges the messages of the corpus, and what that costs beside plain regular expressions.</summary>
internal static class DetectorBench
{
    public static int Run(TextWriter output, string part)
    {
        var detector = new Detector(PoachingCorpus.Allowed);
        var evasions = Judge(detector, PoachingCorpus.Evasions, part);
        var honest = Judge(detector, PoachingCorpus.Honest, part);
        output.WriteLine($"detector on the {part} part: {evasions.Count} evasions, {honest.Count} honest entries");
        DetectorFigures.Print(output, evasions, honest);
        if (part == "tuning")
        {
            DetectorFigures.PrintMisses(output, evasions, honest);
        }

        DetectorSpeed.Print(output, detector, part);
        return 0;
    }

    private static List<JudgedEntry> Judge(Detector detector, IReadOnlyList<CorpusEntry> corpus, string part) =>
    [
        .. corpus.Where(entry => entry.Part == part)
            .Select(entry => (entry, findings: detector.Inspect(entry)))
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
