using System.Collections.Frozen;
using SnoutOS.Domain.AntiPoaching.Words;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Names and the few telling words that are found again with one slip in them, or cut in pieces.</summary>
internal static class Misspellings
{
    private const int Shortest = 5;

    private static readonly FrozenDictionary<string, ushort> Names =
        Vocabulary.Names.Where(name => name.Length > 3).Distinct(StringComparer.Ordinal).ToFrozenDictionary(name => name, name => Lexicon.Find(name), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> NameLookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly bool[] Starts = StartsOf(Names.Keys);

    /// <summary>The words that may hold a slip, by their first letter.</summary>
    private static readonly (string Word, ushort Entry)[][] Slips = Enumerable.Range('a', 26)
        .Select(letter => Names.Keys.Concat(Vocabulary.Telling).Distinct(StringComparer.Ordinal)
            .Where(word => word[0] == letter && word.Length >= Shortest)
            .Select(word => (word, Lexicon.Find(word)))
            .ToArray())
        .ToArray();

    /// <summary>The telling word that this is, but for one letter (two in a long one).</summary>
    public static ushort Find(ReadOnlySpan<char> word)
    {
        if (word.Length < Shortest - 1 || word.Length > 16 || !char.IsAsciiLetterLower(word[0]))
        {
            return 0;
        }

        foreach (var (meant, entry) in Slips[word[0] - 'a'])
        {
            if (Math.Abs(meant.Length - word.Length) <= 1 && IsOneSlip(meant, word))
            {
                return entry;
            }
        }

        return 0;
    }

    public static ushort FindName(ReadOnlySpan<char> word) => NameLookup.TryGetValue(word, out var entry) ? entry : (ushort)0;

    /// <summary>Whether some name begins with this word and goes on.</summary>
    public static bool MayStartName(ReadOnlySpan<char> word) => word.Length is >= 1 and <= 8 && Starts[Key(word)];

    private static bool IsOneSlip(ReadOnlySpan<char> meant, ReadOnlySpan<char> written)
    {
        var start = meant.CommonPrefixLength(written);
        if (start == meant.Length || start == written.Length)
        {
            return start > 0;
        }

        var restMeant = meant[start..];
        var restWritten = written[start..];
        return restMeant[1..].SequenceEqual(restWritten[1..])
            || restMeant[1..].SequenceEqual(restWritten)
            || restMeant.SequenceEqual(restWritten[1..])
            || (restMeant.Length == restWritten.Length && restMeant.Length > 1 && restMeant[0] == restWritten[1] && restMeant[1] == restWritten[0] && restMeant[2..].SequenceEqual(restWritten[2..]));
    }

    private static bool[] StartsOf(IEnumerable<string> names)
    {
        var starts = new bool[27 * 27];
        foreach (var name in names)
        {
            starts[Key(name)] = true;
            starts[Key(name.AsSpan(0, 1))] = true;
        }

        return starts;
    }

    private static int Key(ReadOnlySpan<char> word)
    {
        var (first, second) = (word[0] - 'a' + 1, word.Length > 1 ? word[1] - 'a' + 1 : 0);
        return first is < 1 or > 26 || second is < 0 or > 26 ? 0 : (first * 27) + second;
    }
}
