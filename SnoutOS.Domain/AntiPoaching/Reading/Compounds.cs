namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Number words written as one: "fivefivefive", "vierundfünfzig".</summary>
internal static class Compounds
{
    private const int LongestPart = 12;

    public const int Longest = 48;

    /// <summary>Whether a word of no lexicon is made of number words.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        Span<int> parts = stackalloc int[Longest];
        return word.Length >= 5 && Split(word, parts) > 1;
    }

    /// <summary>The lengths of the number words that a word is made of.</summary>
    /// <returns>How many there are; 0 where it is made of something else.</returns>
    public static int Split(ReadOnlySpan<char> word, Span<int> parts)
    {
        if (word.Length is 0 or > Longest)
        {
            return 0;
        }

        // From the end: how long the part is that begins at a letter, if all that follows is made of parts.
        Span<int> lengths = stackalloc int[Longest + 1];
        lengths.Clear();
        for (var start = word.Length - 1; start >= 0; start--)
        {
            for (var length = Math.Min(LongestPart, word.Length - start); length > 0 && lengths[start] == 0; length--)
            {
                lengths[start] = (start + length == word.Length || lengths[start + length] > 0) && IsPart(word.Slice(start, length)) ? length : 0;
            }
        }

        var count = 0;
        for (var start = 0; start < word.Length && lengths[start] > 0; start += lengths[start])
        {
            parts[count++] = lengths[start];
        }

        return count;
    }

    private static bool IsPart(ReadOnlySpan<char> part) =>
        part is "und" or "oh" or "o" || Lexicon.NumberOf(Lexicon.Find(part)).Kind is not (NumberKind.None or NumberKind.Sound);
}
