namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Figures that say a dose, a time, a price, a share: those are no part of a telephone number.</summary>
internal static class UsedFigures
{
    private const int LongestPart = 2;

    /// <summary>Whether the figures from one token to another are, by what stands right beside them.</summary>
    public static bool Are(MessageText text, int first, int last, int length) => length <= 4 && (IsBefore(text, first, length) || IsAfter(text, last, length));

    private static bool IsBefore(MessageText text, int first, int length)
    {
        if (first == 0)
        {
            return false;
        }

        ref readonly var before = ref text.Tokens[first - 1];
        if (before.Kind == TokenKind.Word)
        {
            return length == 1 && Lexicon.TopicsOf(before.Entry).Has(Topic.Rank);
        }

        if (before.Kind is not (TokenKind.Symbol or TokenKind.Emoji))
        {
            return false;
        }

        return text.Folded[before.Start] switch
        {
            '$' or '€' or '£' => true,
            ':' => IsInside(text, first) && IsTime(text, first - 2, first),
            '.' or '/' => length <= LongestPart && IsInside(text, first),
            _ => false,
        };
    }

    /// <summary>Whether the sign before stands between two figures without a space.</summary>
    private static bool IsInside(MessageText text, int first) =>
        first > 1 && text.Tokens[first].IsGlued && text.Tokens[first - 1].IsGlued && text.Tokens[first - 2].Kind == TokenKind.Digits;

    /// <summary>Hours and minutes that a clock can show.</summary>
    private static bool IsTime(MessageText text, int hours, int minutes) =>
        text.Tokens[hours].Length <= LongestPart && text.Tokens[minutes].Length == LongestPart
        && text.Folded[text.Tokens[minutes].Start] <= '5' && (text.Tokens[hours].Length == 1 || text.Folded[text.Tokens[hours].Start] <= '2');

    private static bool IsAfter(MessageText text, int last, int length)
    {
        if (last + 1 >= text.Count)
        {
            return false;
        }

        ref readonly var after = ref text.Tokens[last + 1];
        if (after.Kind == TokenKind.Word)
        {
            return Lexicon.TopicsOf(after.Entry).Has(Topic.Unit);
        }

        if (after.Kind is not (TokenKind.Symbol or TokenKind.Emoji))
        {
            return false;
        }

        var isInside = after.IsGlued && last + 2 < text.Count && text.Tokens[last + 2] is { Kind: TokenKind.Digits, IsGlued: true };
        return text.Folded[after.Start] switch
        {
            '%' or '°' or '$' or '€' or '£' => true,
            ':' => isInside && IsTime(text, last, last + 2),
            '.' or '/' => isInside && length <= LongestPart && text.Tokens[last + 2].Length <= LongestPart,
            _ => false,
        };
    }
}
