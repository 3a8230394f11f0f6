using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>
/// Things to be counted: rows of the same emoji, sign, letter or word, each as long as a digit says. What they come to is
/// not worked out; rows like these are reason enough for a person to look.
/// </summary>
internal static class CountedRows
{
    private const int FewestRows = 6;
    private const int FewestWithWord = 4;
    private const int Longest = 10;

    public static bool Find(MessageReading reading, in PhoneContext context, FindingList findings)
    {
        var text = reading.Text;
        var (rows, several, sizes, first, last) = (0, 0, 0, -1, -1);
        for (var index = 0; index < text.Count;)
        {
            var size = RowAt(text, index, out var end);
            if (size > 0)
            {
                rows++;
                several += size > 2 ? 1 : 0;
                sizes |= 1 << size;
                (first, last) = (first < 0 ? index : first, end - 1);
            }

            index = end;
        }

        var isSpoken = context.IsPuzzle || context.IsTelephone || context.HasArea;
        var isCount = rows >= FewestRows && several >= 3 && System.Numerics.BitOperations.PopCount((uint)sizes) >= 2;
        if (!isCount && !(rows >= FewestWithWord && several >= 2 && isSpoken))
        {
            return false;
        }

        findings.Add(FindingType.PhoneNumber, reading, first, last, .6, "phone.counted");
        return true;
    }

    /// <summary>How many of the same stand here; 0 for what is not counted.</summary>
    private static int RowAt(MessageText text, int index, out int end)
    {
        end = index + 1;
        ref readonly var token = ref text.Tokens[index];
        if (token.Kind == TokenKind.Word)
        {
            var word = text.TextOf(token);
            if (word.Length is > 2 and < Longest && !word.ContainsAnyExcept(word[0]))
            {
                return word.Length;
            }

            for (; end < text.Count; end++)
            {
                if (text.Tokens[end].Hash != token.Hash)
                {
                    break;
                }
            }

            return end - index > 2 && end - index < Longest ? end - index : 0;
        }

        if (token.Kind == TokenKind.Digits || (token.Kind == TokenKind.Symbol && text.Folded[token.Start] is ',' or '!' or '?' or '(' or ')' or ':' or ';' or '"' or '\'' or '/' or '-'))
        {
            if (token.Kind == TokenKind.Digits || text.Folded[token.Start] is not ('-' or '!'))
            {
                return 0;
            }
        }

        if (token.Kind is TokenKind.NewLine or TokenKind.Boundary)
        {
            return 0;
        }

        while (end < text.Count && text.Tokens[end].IsGlued && text.Tokens[end].Kind == token.Kind && text.Tokens[end].Hash == token.Hash && text.Folded[text.Tokens[end].Start] == text.Folded[token.Start])
        {
            end++;
        }

        return end - index < Longest && (token.Kind == TokenKind.Emoji || end - index > 1 || text.Folded[token.Start] is '*' or '|' or '#') ? end - index : 0;
    }
}
