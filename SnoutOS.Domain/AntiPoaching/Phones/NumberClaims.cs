using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>Stronger readings of digits: a code, an order, a price, a time, a date, a place.</summary>
internal static class NumberClaims
{
    private const int WordsBefore = 8;
    private const int WordsAfter = 4;
    private const int InstitutionBefore = 14;
    private const int InstitutionAfter = 9;

    /// <summary>How much a stronger reading takes away.</summary>
    /// <param name="isFormatted">The digits are grouped three, three, four: few other things are.</param>
    public static double Against(MessageReading reading, int first, int last, in PhoneContext context, bool isFormatted)
    {
        var text = reading.Text;
        if (IsPrice(text, first))
        {
            return .6;
        }

        if (!context.IsSelf && !context.IsPuzzle && (IsSplitBy(text, first, last, ':', 2) || IsSplitBy(text, first, last, '/', 1)))
        {
            return .6;
        }

        return context.IsSelf || !IsClaimed(text, first, last) ? 0 : context.IsCall || isFormatted ? .35 : .7;
    }

    /// <summary>Whether a vet, an office or a hotline is spoken of beside the number.</summary>
    public static bool IsInstitution(MessageText text, int first, int last)
    {
        if (last + 1 < text.Count && Goes(text, last + 1))
        {
            return true;
        }

        return Speaks(text, first - 1, -1, InstitutionBefore, 10) || Speaks(text, last + 1, 1, InstitutionAfter, 0);
    }

    /// <summary>"(802-555-0175) says": it is a desk that answers.</summary>
    private static bool Goes(MessageText text, int token)
    {
        token += text.Folded[text.Tokens[token].Start] == ')' ? 1 : 0;
        return token < text.Count && text.TextOf(text.Tokens[token]) is "says" or "said" or "told" or "tells" or "opens";
    }

    /// <summary>Whether a vet or an office is named within so many words, no further than the end of a sentence.</summary>
    private static bool Speaks(MessageText text, int token, int step, int most, int pastStop)
    {
        for (var words = 0; token >= 0 && token < text.Count && words < most; token += step)
        {
            if (Lexicon.TopicsOf(text.Tokens[token].Entry).Has(Topic.Vet | Topic.Office))
            {
                return true;
            }

            if (step < 0 && IsCell(text, token))
            {
                return false;
            }

            if ((text.Tokens[token].Kind is TokenKind.Boundary or TokenKind.NewLine || IsStop(text, token)) && words >= pastStop)
            {
                return false;
            }

            words += text.Tokens[token].Kind == TokenKind.Word ? 1 : 0;
        }

        return false;
    }

    /// <summary>"skip the office, cell is 212…": what stands between an office and a number says that it is a person's.</summary>
    private static bool IsCell(MessageText text, int token) =>
        text.TextOf(text.Tokens[token]) is "cell" or "cellphone" or "mobile" or "whatsapp" or "cel" or "celular" or "movil" or "handy" or "portable";

    /// <summary>Whether an order, a chip, a code is spoken of beside the figures.</summary>
    public static bool IsClaimed(MessageText text, int first, int last)
    {
        for (var (token, words) = (first - 1, 0); token >= 0 && words < WordsBefore && text.Tokens[token].Kind != TokenKind.Boundary && !IsStop(text, token); token--)
        {
            if (Claims(text, token) || (token == first - 1 && IsSign(text, token, '#') && !IsTelephone(text, token - 1)))
            {
                return true;
            }

            words += text.Tokens[token].Kind == TokenKind.Word ? 1 : 0;
        }

        if (IsStreet(text, last + 1))
        {
            return true;
        }

        if (last + 1 == text.Count || text.TextOf(text.Tokens[last + 1]) is not ("is" or "was" or "on" or "from" or "es" or "ist" or "for"))
        {
            return false;
        }

        for (var (token, words) = (last + 1, 0); token < text.Count && words < WordsAfter && text.Tokens[token].Kind is not (TokenKind.Boundary or TokenKind.NewLine) && !IsStop(text, token); token++)
        {
            if (Claims(text, token))
            {
                return true;
            }

            words += text.Tokens[token].Kind == TokenKind.Word ? 1 : 0;
        }

        return false;
    }

    /// <summary>"1440 Water St": a house.</summary>
    private static bool IsStreet(MessageText text, int token)
    {
        for (var end = Math.Min(text.Count, token + 4); token < end && text.Tokens[token].Kind == TokenKind.Word; token++)
        {
            if (text.TextOf(text.Tokens[token]) is "st" or "street" or "ave" or "avenue" or "rd" or "road" or "blvd" or "lane" or "ln" or "drive" or "apt" or "suite" or "court" or "calle" or "rue")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The end of a sentence.</summary>
    private static bool IsStop(MessageText text, int token) =>
        (token == 0 || text.TextOf(text.Tokens[token - 1]) is not ("dr" or "mr" or "mrs" or "ms" or "st" or "no")) && text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] is '.' or '!' or '?' && (token + 1 == text.Count || !text.Tokens[token + 1].IsGlued);

    private static bool IsSign(MessageText text, int token, char sign) => text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] == sign;

    /// <summary>"my # is" is a telephone's.</summary>
    private static bool IsTelephone(MessageText text, int token) =>
        token >= 0 && Lexicon.TopicsOf(text.Tokens[token].Entry).Has(Topic.My | Topic.Telephone | Topic.Dial);

    private static bool IsPrice(MessageText text, int first) =>
        first > 0 && text.Tokens[first - 1].Kind is TokenKind.Symbol or TokenKind.Emoji && text.Folded[text.Tokens[first - 1].Start] is '$' or '€' or '£';

    /// <summary>Figures with a sign between them, as times and dates have it.</summary>
    private static bool IsSplitBy(MessageText text, int first, int last, char sign, int fewest)
    {
        for (var token = first + 1; token < last; token++)
        {
            if (IsSign(text, token, sign) && text.Tokens[token - 1] is { Kind: TokenKind.Digits, Length: <= 2 }
                && text.Tokens[token + 1] is { Kind: TokenKind.Digits, Length: <= 2, IsGlued: true } after && after.Length >= fewest)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Claims(MessageText text, int token) => Lexicon.TopicsOf(text.Tokens[token].Entry).Has(Topic.Claim);
}
