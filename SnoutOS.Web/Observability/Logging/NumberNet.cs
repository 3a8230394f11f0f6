using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace SnoutOS.Web.Observability.Logging;

/// <summary>
/// The net behind the redactor: in any text, a run of seven or more digits that could be a telephone number is cut to
/// its last four. Ids, times and addresses it knows; in doubt it masks.
/// </summary>
public static partial class NumberNet
{
    private const int Shown = 4;
    private const string Linear = "Digits and separators share no character, and a known token starts only where a word does: nothing is tried twice.";

    /// <summary>The masked text, or the very same string when there was nothing to mask.</summary>
    /// <param name="counts">Runs of digits that are known to be counts or sequences, and stay.</param>
    public static string Mask(string text, IReadOnlySet<string>? counts = null)
    {
        if (!Number.IsMatch(text))
        {
            return text;
        }

        var masked = new StringBuilder(text.Length);
        var position = 0;
        foreach (var known in Known.EnumerateMatches(text))
        {
            masked.Append(MaskPart(text[position..known.Index], counts)).Append(text, known.Index, known.Length);
            position = known.Index + known.Length;
        }

        masked.Append(MaskPart(text[position..], counts));
        var result = masked.ToString();
        return result == text ? text : result;
    }

    private static string MaskPart(string part, IReadOnlySet<string>? counts) =>
        Number.Replace(part, match => counts?.Contains(match.Value) == true ? match.Value : Short(match.Value));

    private static string Short(string number)
    {
        var digits = string.Concat(number.Where(char.IsDigit));
        return $"•••• {digits[^Shown..]}";
    }

    /// <summary>Seven or more digits with what people and addresses put between them; never across lines.</summary>
    [SuppressMessage("Design", "MA0009", Justification = Linear)]
    [GeneratedRegex(@"\+?\(?\d(?:(?:[^\S\r\n]|[-+().\u2010-\u2015]|%2[089BDE]){0,4}\d){6,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }

    /// <summary>Digits that are no telephone number: ids, traces, instants, durations, network addresses.</summary>
    [SuppressMessage("Design", "MA0009", Justification = Linear)]
    [GeneratedRegex(
        """
        (?<![0-9A-Za-z+])(?:
          [0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}                       # a GUID
          | [A-Z]{2}[0-9a-f]{32}                                                     # an id of the provider
          | 0x[0-9A-Fa-f]{1,16}                                                      # a code in hex
          | 0{16}                                                                    # no parent span
          | (?=[0-9]*[A-Fa-f])(?:[0-9A-Fa-f]{16}|[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})  # a trace, a span, a hash
          | (?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T\ ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\ ?[+-]\d\d:?\d\d)?)?
          | (?:19|20)\d{12}(?=_)                                                     # a migration
          | (?:\d+\.)?\d{1,2}:\d\d:\d\d(?:\.\d+)?                                    # a time or a duration
          | \d+\.\d+\ ?(?:ms|s|%)                                                    # a measurement
          | (?<!\d[\ ().-]{0,4})(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\ ().-]{0,4}\d)
          | 0H[0-9A-Z]{11}(?::[0-9A-F]{8})?                                          # a connection, a request
        )(?![0-9A-Za-z])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Known { get; }
}
