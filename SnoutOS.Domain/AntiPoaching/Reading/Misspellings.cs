using System.Collections.Frozen;
using SnoutOS.Domain.AntiPoaching.Words;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Names and the few telling words that are found again with one slip in them, or cut in pieces.</summary>
internal static class Misspellings
{
    private const int Shortest = 5;
    private const int Lengths = 18;

    private static readonly FrozenDictionary<string, ushort> Names =
        Vocabulary.Names.Where(name => name.Length > 3).Distinct(StringComparer.Ordinal).ToFrozenDictionary(name => name, name => Lexicon.Find(name), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> NameLookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>By the first three letters, or by fewer where a word is shorter.</summary>
    private static readonly bool[] Starts = StartsOf(Names.Keys);

    private static readonly WordTable Beginnings = new(Names.Keys
        .SelectMany(name => Enumerable.Range(4, Math.Max(0, name.Length - 4)).Select(length => name[..length]))
        .Distinct(StringComparer.Ordinal)
        .Select((beginning, index) => (beginning, Entry: (ushort)(index + 1)))
        .ToDictionary(pair => pair.beginning, pair => pair.Entry, StringComparer.Ordinal));

    /// <summary>The words that may hold a slip, by the first letter and the length of what was written.</summary>
    private static readonly Slip[][] Slips = Enumerable.Range(0, 26 * Lengths).Select(SlipsAt).ToArray();

    /// <summary>The telling word that this is, but for one letter (two in a long one).</summary>
    public static ushort Find(ReadOnlySpan<char> word)
    {
        if (word.Length < Shortest - 1 || word.Length > 16 || !char.IsAsciiLetterLower(word[0]))
        {
            return 0;
        }

        var letters = LettersOf(word);
        foreach (ref readonly var slip in Slips[((word[0] - 'a') * Lengths) + word.Length].AsSpan())
        {
            if (System.Numerics.BitOperations.PopCount(slip.Letters ^ letters) <= 2 && IsOneSlip(slip.Meant, word))
            {
                return slip.Entry;
            }
        }

        return 0;
    }

    public static ushort FindName(ReadOnlySpan<char> word) => NameLookup.TryGetValue(word, out var entry) ? entry : (ushort)0;

    /// <summary>Whether some name begins with this word and goes on.</summary>
    public static bool MayStartName(ReadOnlySpan<char> word) => word.Length is >= 1 and <= 8 && Starts[Key(word)] && (word.Length <= 3 || Beginnings.Find(word) != 0);

    private static Slip[] SlipsAt(int place)
    {
        var (letter, length) = ((char)('a' + (place / Lengths)), place % Lengths);
        return
        [
            .. Names.Keys.Concat(Vocabulary.Telling).Distinct(StringComparer.Ordinal)
                .Where(word => word[0] == letter && word.Length >= Shortest && Math.Abs(word.Length - length) <= 1)
                .Select(word => new Slip(word, LettersOf(word), Lexicon.Find(word))),
        ];
    }

    private readonly record struct Slip(string Meant, uint Letters, ushort Entry);

    /// <summary>Which letters a word has: one slip changes two of them at most.</summary>
    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var c in word)
        {
            letters |= 1u << (c & 31);
        }

        return letters;
    }

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
        var starts = new bool[27 * 27 * 27];
        foreach (var name in names)
        {
            starts[Key(name.AsSpan(0, 1))] = true;
            starts[Key(name.AsSpan(0, 2))] = true;
            starts[Key(name)] = true;
        }

        return starts;
    }

    private static int Key(ReadOnlySpan<char> word)
    {
        var key = 0;
        for (var index = 0; index < 3; index++)
        {
            var letter = index < word.Length ? word[index] - 'a' + 1 : 0;
            if (letter is < 0 or > 26)
            {
                return 0;
            }

            key = (key * 27) + letter;
        }

        return key;
    }
}
