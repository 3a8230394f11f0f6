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
        if (!context.IsTelephone && !context.IsPuzzle && !context.HasArea && !context.IsSelf)
        {
            return false;
        }

        var (run, figures, first) = (0, 0, 0);
        for (var index = 0; index <= text.Count; index++)
        {
            if (index < text.Count && text.Tokens[index] is { Kind: TokenKind.Word or TokenKind.Digits, Length: 1 })
            {
                first = run == 0 ? index : first;
                run++;
                figures += text.Tokens[index].Kind == TokenKind.Digits ? 1 : 0;
            }
            else if (index == text.Count || text.Tokens[index].Kind != TokenKind.Symbol)
            {
                if (run is >= Fewest and <= Most && run > figures && (figures > 0 || context.IsPuzzle))
                {
                    findings.Add(FindingType.PhoneNumber, reading, first, index - 1, .6, "phone.letters");
                    return true;
                }

                (run, figures) = (0, 0);
            }
        }

        return false;
    }
}
