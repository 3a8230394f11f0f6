using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>
/// What each character is read as: lower case, without marks, the Latin letter or the digit that it looks like or stands
/// for. Worked out once for every character that could need it.
/// </summary>
internal static class Folding
{
    /// <summary>Not read at all: invisible, combining, or a control.</summary>
    public const char Dropped = '\0';

    /// <summary>Read as several characters: <see cref="Expansion"/> has them.</summary>
    public const char Expanded = '\uFFFF';

    private const string Unfoldable = "⁄";

    private static readonly char[] Table = new char[char.MaxValue + 1];
    private static readonly FrozenDictionary<char, string> Expansions;
    private static readonly FrozenDictionary<int, char> Beyond;

    static Folding()
    {
        var expansions = new Dictionary<char, string> { ['ß'] = "ss", ['æ'] = "ae", ['Æ'] = "ae", ['œ'] = "oe", ['Œ'] = "oe" };
        for (var code = 0; code <= char.MaxValue; code++)
        {
            Table[code] = Fold((char)code, expansions);
        }

        Expansions = expansions.ToFrozenDictionary();
        Beyond = BeyondTheFirstPlane().ToFrozenDictionary(pair => pair.Code, pair => pair.Read);
    }

    public static char Of(char c) => Table[c];

    public static string Expansion(char c) => Expansions[c];

    /// <summary>The same for what takes two UTF-16 units: mathematical and enclosed letters, digits of any script.</summary>
    public static bool TryFold(Rune rune, out char read)
    {
        if (Beyond.TryGetValue(rune.Value, out read))
        {
            return true;
        }

        var category = Rune.GetUnicodeCategory(rune);
        read = category == UnicodeCategory.DecimalDigitNumber ? (char)('0' + (int)Rune.GetNumericValue(rune)) : Dropped;
        return read != Dropped || category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || rune.Value is >= 0x1F3FB and <= 0x1F3FF;
    }

    private static char Fold(char c, Dictionary<char, string> expansions)
    {
        if (c == Expanded)
        {
            return Dropped;
        }

        if (c < 0x80)
        {
            return char.IsControl(c) ? c is '\n' or '\t' or '\r' ? c == '\n' ? '\n' : ' ' : Dropped : char.ToLowerInvariant(c);
        }

        if (expansions.ContainsKey(c))
        {
            return Expanded;
        }

        if (Confusables.Latin.TryGetValue(c, out var latin))
        {
            return latin;
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => Dropped,
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
            UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => c,
            _ when c is '\u115F' or '\u1160' or '\u3164' or '\uFFA0' => Dropped,
            _ when c == '\u2800' => ' ',
            _ => FoldPrintable(c, expansions),
        };
    }

    private static char FoldPrintable(char c, Dictionary<char, string> expansions)
    {
        var digit = CharUnicodeInfo.GetDigitValue(c);
        if (digit >= 0)
        {
            return (char)('0' + digit);
        }

        if (c is >= '\u3400' and <= '\uA63F' or >= '\uAC00' and <= '\uD7FF' || !char.IsLetterOrDigit(c) && c is < '\u2100' or > '\uFB00' and < '\uFE10')
        {
            return c;
        }

        var plain = WithoutMarks(c.ToString().Normalize(NormalizationForm.FormKD));
        if (plain.Length == 0 || plain.Contains(Unfoldable, StringComparison.Ordinal))
        {
            return c;
        }

        if (plain.Length > 1)
        {
            expansions[c] = plain;
            return Expanded;
        }

        return Confusables.Latin.TryGetValue(plain[0], out var latin) ? latin : char.ToLowerInvariant(plain[0]);
    }

    private static string WithoutMarks(string text) =>
        string.Concat(text.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))).ToLowerInvariant();

    private static IEnumerable<(int Code, char Read)> BeyondTheFirstPlane()
    {
        for (var code = 0x1D400; code <= 0x1D7FF; code++)
        {
            var read = char.ConvertFromUtf32(code).Normalize(NormalizationForm.FormKD);
            if (read.Length == 1)
            {
                yield return (code, Confusables.Latin.TryGetValue(read[0], out var latin) ? latin : char.ToLowerInvariant(read[0]));
            }
        }

        for (var digit = 0; digit < 10; digit++)
        {
            yield return (0x1FBF0 + digit, (char)('0' + digit));
            yield return (0x1F101 + digit, (char)('0' + digit));
        }

        yield return (0x1F100, '0');
        yield return (0x1F10B, '0');
        yield return (0x1F10C, '0');

        // Parenthesized, squared, negative circled, negative squared letters.
        foreach (var first in (int[])[0x1F110, 0x1F130, 0x1F150, 0x1F170])
        {
            for (var letter = 0; letter < 26; letter++)
            {
                yield return (first + letter, (char)('a' + letter));
            }
        }
    }
}
