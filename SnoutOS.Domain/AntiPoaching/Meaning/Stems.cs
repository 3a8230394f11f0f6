namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>What is left of a word without its common endings: enough for "booking" and "booked" to be one.</summary>
internal static class Stems
{
    private const int Shortest = 5;
    private const int Kept = 3;

    private static readonly string[] Endings = ["ingly", "ing", "edly", "ed", "ly", "es", "s"];

    /// <summary>The stem, written into a span that is at least as long as the word.</summary>
    /// <returns>Its length.</returns>
    public static int Of(ReadOnlySpan<char> word, Span<char> stem)
    {
        word.CopyTo(stem);
        var length = word.Length;
        if (length < Shortest)
        {
            return length;
        }

        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && length - ending.Length >= Kept)
            {
                length -= ending.Length;
                break;
            }
        }

        length -= length > Kept && stem[length - 1] == stem[length - 2] ? 1 : 0;
        length -= length > Kept && stem[length - 1] == 'e' ? 1 : 0;
        if (length > Kept && stem[length - 1] == 'i')
        {
            stem[length - 1] = 'y';
        }

        return length;
    }
}
