namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Number words written as one: "fivefivefive", "vierundfünfzig".</summary>
internal static class Compounds
{
    private const int LongestPart = 12;
    private const int Longest = 48;

    /// <summary>Whether a word of no lexicon is made of number words.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        if (word.Length is < 4 or > Longest)
        {
            return false;
        }

        while (word.Length > 0)
        {
            var length = PartOf(word);
            if (length == 0)
            {
                return false;
            }

            word = word[length..];
        }

        return true;
    }

    /// <summary>How many letters the number word has that this begins with; 0 where it begins with none.</summary>
    public static int PartOf(ReadOnlySpan<char> word)
    {
        var length = Math.Min(word.Length, LongestPart);
        while (length > 1 && !IsPart(word[..length]))
        {
            length--;
        }

        return length > 1 ? length : 0;
    }

    private static bool IsPart(ReadOnlySpan<char> part) =>
        part is "und" or "oh" || Lexicon.NumberOf(Lexicon.Find(part)).Kind is not (NumberKind.None or NumberKind.Sound);
}
