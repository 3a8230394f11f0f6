namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Letters and signs that are put for the digits that they look like.</summary>
internal static class Lookalikes
{
    private const string From = "oqdcilj|!zreahsgtby$@&";
    private const string To = "0000111112234456787508";

    private static readonly char[] Table = [.. Enumerable.Range(0, 0x80).Select(code => From.IndexOf((char)code, StringComparison.Ordinal) is var at and >= 0 ? To[at] : '\0')];

    private static readonly System.Buffers.SearchValues<char> Likely = System.Buffers.SearchValues.Create("oilzsb");
    private static readonly System.Buffers.SearchValues<char> Possible = System.Buffers.SearchValues.Create("oqdiljzreahsgtb");

    /// <summary>The digit, or nothing.</summary>
    public static char Of(char c) => char.IsAsciiDigit(c) ? c : c < 0x80 ? Table[c] : '\0';

    /// <summary>Whether each letter may be a digit.</summary>
    public static bool Are(ReadOnlySpan<char> word) => word.Length <= 8 && !word.ContainsAnyExcept(Possible);

    /// <summary>What can be seen of a word in this.</summary>
    public static WordTraits TraitsOf(ReadOnlySpan<char> word) =>
        (Are(word) ? WordTraits.Figures : WordTraits.None) | (word.Length is 1 or 3 or 4 && AreLikely(word) ? WordTraits.LikelyFigures : WordTraits.None);

    /// <summary>Whether each letter is one that people do put for digits.</summary>
    public static bool AreLikely(ReadOnlySpan<char> word) => !word.ContainsAnyExcept(Likely);
}
