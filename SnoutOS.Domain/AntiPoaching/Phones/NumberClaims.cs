using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>Stronger readings of digits: a code, an order, a price, a time, a date, a place.</summary>
internal static class NumberClaims
{
    private const int WordsBefore = 8;
    private const int WordsAfter = 4;

    private static readonly ulong[] ClaimWords = Lexicon.Bits("{claim}");
    private static readonly ulong[] Vets = Lexicon.Bits("{vet}");
    private static readonly ulong[] Offices = Lexicon.Bits("{their_office}");

    /// <summary>How much a stronger reading takes away.</summary>
    /// <param name="isFormatted">The digits are grouped three, three, four: few other things are.</param>
    public static double Against(MessageReading reading, int first, int last, in PhoneContext context, bool isFormatted)
    {
        var text = reading.Text;
        if (IsPrice(text, first))
        {
            return .6;
        }

        if ((HasTime(text, first, last) || HasDate(text, first, last)) && !context.IsSelf && !context.IsPuzzle)
        {
            return .6;
        }

        return context.IsSelf || !IsClaimed(text, first, last) ? 0 : context.IsCall || isFormatted ? .35 : .7;
    }

    /// <summary>Whether a vet, an office or a hotline is spoken of beside the number.</summary>
    public static bool IsInstitution(MessageText text, int first, int last)
    {
        for (var token = Math.Max(0, first - 20); token < Math.Min(text.Count, last + 14); token++)
        {
            var entry = text.Tokens[token].Entry;
            if (entry != 0 && ((Vets[entry >> 6] | Offices[entry >> 6]) >> (entry & 63) & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an order, a chip, a code is spoken of beside the figures.</summary>
    public static bool IsClaimed(MessageText text, int first, int last)
    {
        for (var (token, words) = (first - 1, 0); token >= 0 && words < WordsBefore && text.Tokens[token].Kind != TokenKind.Boundary && !IsStop(text, token); token--)
        {
            if (Claims(text.Tokens[token].Entry) || IsHash(text, token, first))
            {
                return true;
            }

            words += text.Tokens[token].Kind == TokenKind.Word ? 1 : 0;
        }

        if (last + 1 == text.Count || text.TextOf(text.Tokens[last + 1]) is not ("is" or "was" or "on" or "from" or "es" or "ist" or "for"))
        {
            return false;
        }

        for (var (token, words) = (last + 1, 0); token < text.Count && words < WordsAfter && text.Tokens[token].Kind is not (TokenKind.Boundary or TokenKind.NewLine) && !IsStop(text, token); token++)
        {
            if (Claims(text.Tokens[token].Entry))
            {
                return true;
            }

            words += text.Tokens[token].Kind == TokenKind.Word ? 1 : 0;
        }

        return false;
    }

    /// <summary>The end of a sentence.</summary>
    private static bool IsStop(MessageText text, int token) =>
        text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] is '.' or '!' or '?' && (token + 1 == text.Count || !text.Tokens[token + 1].IsGlued);

    private static bool IsHash(MessageText text, int token, int first) =>
        token == first - 1 && text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] == '#';

    private static bool IsPrice(MessageText text, int first) =>
        first > 0 && text.Tokens[first - 1].Kind is TokenKind.Symbol or TokenKind.Emoji && text.Folded[text.Tokens[first - 1].Start] is '$' or '€' or '£';

    /// <summary>Figures with a colon between hour and minute.</summary>
    private static bool HasTime(MessageText text, int first, int last)
    {
        for (var token = first + 1; token < last; token++)
        {
            if (text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] == ':'
                && text.Tokens[token - 1] is { Kind: TokenKind.Digits, Length: <= 2 } && text.Tokens[token + 1] is { Kind: TokenKind.Digits, Length: 2, IsGlued: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Figures with a slash between month and day.</summary>
    private static bool HasDate(MessageText text, int first, int last)
    {
        for (var token = first + 1; token < last; token++)
        {
            if (text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] == '/'
                && text.Tokens[token - 1] is { Kind: TokenKind.Digits, Length: <= 2 } && text.Tokens[token + 1] is { Kind: TokenKind.Digits, Length: <= 2, IsGlued: true })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Claims(ushort entry) => entry != 0 && (ClaimWords[entry >> 6] >> (entry & 63) & 1) != 0;
}
