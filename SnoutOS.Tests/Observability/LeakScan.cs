using System.Text.RegularExpressions;

namespace SnoutOS.Tests.Observability;

/// <summary>Seven or more digits of a known number, and where they stood.</summary>
public sealed record Leak(string Where, string Text)
{
    public override string ToString() => $"{Where}: {Text}";
}

/// <summary>
/// Looks for telephone numbers in what was written: any seven consecutive digits of one of them, whatever stands
/// between the digits. It shares nothing with the net that it checks.
/// </summary>
public sealed partial class LeakScan(IEnumerable<string> numbers)
{
    private const int Shortest = 7;

    private readonly string[] _pieces = [.. numbers.Select(DigitsOf).SelectMany(Pieces).Distinct(StringComparer.Ordinal)];

    public List<Leak> Find(string where, string text) => [.. Find(text).Select(found => new Leak(where, found))];

    public List<Leak> Find(string where, IEnumerable<string> texts) => [.. texts.SelectMany(text => Find(where, text))];

    private IEnumerable<string> Find(string text) =>
        new[] { text, Uri.UnescapeDataString(text) }.Distinct(StringComparer.Ordinal).Where(Holds).Take(1);

    private bool Holds(string text) =>
        Runs.Matches(Safe.Replace(text, "|")).Select(run => DigitsOf(run.Value)).Any(run => _pieces.Any(run.Contains));

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static IEnumerable<string> Pieces(string digits) =>
        Enumerable.Range(0, Math.Max(0, digits.Length - Shortest + 1)).Select(start => digits.Substring(start, Shortest));

    [GeneratedRegex(@"\d(?:[-\s.,()+/]*\d){6,}")]
    private static partial Regex Runs { get; }

    /// <summary>GUIDs, ids of the provider, traces and spans, instants.</summary>
    [GeneratedRegex(
        """
        \b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b
        | \b[A-Z]{2}[0-9a-f]{32}\b
        | \b[0-9a-f]{32}\b
        | \b(?=\d*[a-f])[0-9a-f]{16}\b
        | \b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Safe { get; }
}
