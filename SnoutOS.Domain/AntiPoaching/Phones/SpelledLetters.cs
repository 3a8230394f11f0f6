using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>Single letters and figures in a row that stand for keys or for places in the alphabet: "J-J-L-0-1-G-M".</summary>
internal static class SpelledLetters
{
    private const int Fewest = 7;
    private const int Most = 11;

    public static bool Find(MessageReading reading, in PhoneContext context, FindingList findings)
    {
        var text = reading.Text;
        if (HasKey(text, out var key))
        {
            findings.Add(FindingType.PhoneNumber, reading, key, text.Count - 1, .6, "phone.letters");
            return true;
        }

        var isSpoken = context.IsTelephone || context.IsPuzzle || context.HasArea || context.IsSelf;
        var (run, figures, first) = (0, 0, 0);
        for (var index = 0; index <= text.Count; index++)
        {
            if (index < text.Count && text.Tokens[index] is { Kind: TokenKind.Word or TokenKind.Digits, Length: 1 })
            {
                first = run == 0 ? index : first;
                run++;
                figures += text.Tokens[index].Kind == TokenKind.Digits ? 1 : 0;
            }
            else if (index == text.Count || text.Tokens[index].Kind != TokenKind.Symbol || text.Folded[text.Tokens[index].Start] is not ('-' or '.' or ',' or ':'))
            {
                if (run is >= Fewest and <= Most && run > figures && figures > 0 && (isSpoken || run is 7 or 10))
                {
                    findings.Add(FindingType.PhoneNumber, reading, first, index - 1, .6, "phone.letters");
                    return true;
                }

                (run, figures) = (0, 0);
            }
        }

        return false;
    }

    /// <summary>"A=1, B=2": how the letters are to be read.</summary>
    private static bool HasKey(MessageText text, out int key)
    {
        (var keys, key) = (0, -1);
        for (var index = 0; index + 2 < text.Count; index++)
        {
            if (text.Tokens[index] is { Kind: TokenKind.Word, Length: 1 } && text.Folded[text.Tokens[index + 1].Start] is '=' && text.Tokens[index + 2] is { Kind: TokenKind.Digits, Length: 1 })
            {
                (keys, key) = (keys + 1, key < 0 ? index : key);
            }
        }

        return keys > 1;
    }
}
