using SnoutOS.Domain.AntiPoaching.Words;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Names and the few telling words that are found again with one slip in them, or cut in pieces.</summary>
internal static class Misspellings
{
    private const int Shortest = 5;
    private const int Lengths = 18;

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

    private static Slip[] SlipsAt(int place)
    {
        var (letter, length) = ((char)('a' + (place / Lengths)), place % Lengths);
        return
        [
            .. NamePieces.Names.Concat(Vocabulary.Telling).Distinct(StringComparer.Ordinal)
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
}
