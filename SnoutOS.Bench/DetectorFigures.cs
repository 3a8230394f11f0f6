using System.Globalization;
using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Bench;

/// <summary>Counts and shares, by type and by kind. Caught is flagged or blocked.</summary>
internal static class DetectorFigures
{
    public static void Print(TextWriter output, IReadOnlyList<JudgedEntry> evasions, IReadOnlyList<JudgedEntry> honest)
    {
        Line(output, $"  evasions caught {Share(evasions.Count(entry => entry.IsCaught), evasions.Count)}, of these blocked {evasions.Count(entry => entry.IsBlocked)}");
        Line(output, $"  honest caught {Share(honest.Count(entry => entry.IsCaught), honest.Count)}, blocked {Share(honest.Count(entry => entry.IsBlocked), honest.Count)}");
        Line(output, $"  {"type",-22}{"recall",-22}{"precision",-22}honest caught");
        foreach (var type in Enum.GetValues<FindingType>())
        {
            var meant = evasions.Where(entry => entry.Entry.Types.Contains(type)).ToList();
            var (right, wrong) = (meant.Count(entry => entry.Has(type)), honest.Count(entry => entry.Has(type)));
            Line(output, $"  {type,-22}{Share(right, meant.Count),-22}{Share(right, right + wrong),-22}{Share(wrong, honest.Count)}");
        }

        PrintKinds(output, "evasions", evasions);
        PrintKinds(output, "honest", honest);
    }

    /// <summary>What went wrong, word by word: for the tuning part alone.</summary>
    public static void PrintMisses(TextWriter output, IReadOnlyList<JudgedEntry> evasions, IReadOnlyList<JudgedEntry> honest)
    {
        foreach (var miss in evasions.Where(entry => !entry.IsCaught).Concat(honest.Where(entry => entry.IsCaught)))
        {
            var rules = string.Join(", ", miss.Findings.Select(finding => finding.Rule));
            Line(output, $"  {(miss.IsCaught ? $"caught by {rules}" : "missed")} [{miss.Entry.Kind}] {string.Join(" ⏎ ", miss.Entry.Messages)}");
        }
    }

    private static void PrintKinds(TextWriter output, string corpus, IReadOnlyList<JudgedEntry> entries)
    {
        Line(output, $"  {corpus} by kind: caught, blocked, of");
        foreach (var kind in entries.GroupBy(entry => entry.Entry.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Line(output, $"    {kind.Key,-42}{kind.Count(entry => entry.IsCaught),4}{kind.Count(entry => entry.IsBlocked),4}{kind.Count(),5}");
        }
    }

    private static string Share(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0.0} % ({part}/{whole})");

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
