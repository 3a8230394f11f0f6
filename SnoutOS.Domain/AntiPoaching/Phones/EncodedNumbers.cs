using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>Digits written the way machines, Morse, Romans and fingertips write them.</summary>
internal static class EncodedNumbers
{
    private const int Fewest = 7;
    private const int FewestInMorse = 24;
    private const int LongestChunk = 64;

    public static bool Find(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        var (first, last) = (-1, -1);
        var found = (text.SignCount >= Fewest && (text.FigureCount == 0 || text.HasInner('%', '#')) && IsEscaped(text, out first, out last))
            || (text.SignCount >= FewestInMorse && IsMorse(text, out first, out last))
            || (text.FigureCount >= 2 * Fewest && IsCoded(text, out first, out last))
            || (text.IsMixed && IsBase64(text, out first, out last))
            || (text.Topics.Has(Topic.Roman) && IsRoman(text, out first, out last));
        if (found)
        {
            findings.Add(FindingType.PhoneNumber, reading, first, last, .7, "phone.encoded");
        }

        return found;
    }

    /// <summary>"%34%30%34", "&amp;#53;&amp;#53;": digits as a browser or a page writes them; and Braille.</summary>
    private static bool IsEscaped(MessageText text, out int first, out int last)
    {
        (first, last) = (-1, -1);
        var run = 0;
        for (var index = 0; index + 1 < text.Count; index++)
        {
            ref readonly var token = ref text.Tokens[index];
            ref readonly var next = ref text.Tokens[index + 1];
            var isEscape = (token.Kind == TokenKind.Symbol && text.Folded[token.Start] is '%' or '#' && next is { Kind: TokenKind.Digits, IsGlued: true, Length: 2 } && text.Folded[next.Start] is '3' or '4' or '5')
                || (token.Kind == TokenKind.Emoji && text.Folded[token.Start] is > '\u2800' and < '\u2900');
            if (isEscape)
            {
                first = run == 0 ? index : first;
                (run, last) = (run + 1, index + 1);
            }
        }

        return run >= Fewest;
    }

    /// <summary>Groups of five dots and dashes.</summary>
    private static bool IsMorse(MessageText text, out int first, out int last)
    {
        (first, last) = (-1, -1);
        var groups = 0;
        for (var index = 0; index < text.Count;)
        {
            var end = index;
            while (end < text.Count && (end == index || text.Tokens[end].IsGlued) && text.Tokens[end].Kind is TokenKind.Symbol or TokenKind.Emoji && text.Folded[text.Tokens[end].Start] is '.' or '-' or '·' or '•' or '_')
            {
                end++;
            }

            if (end - index == 5)
            {
                first = groups == 0 ? index : first;
                (groups, last) = (groups + 1, end - 1);
            }

            index = Math.Max(end, index + 1);
        }

        return groups >= Fewest - 1;
    }

    /// <summary>A row of codes of digits: "53 53 53 48", "0101 0101", "35 35 35 30".</summary>
    private static bool IsCoded(MessageText text, out int first, out int last)
    {
        (first, last) = (-1, -1);
        var (run, kind) = (0, 0);
        for (var index = 0; index < text.Count; index++)
        {
            ref readonly var token = ref text.Tokens[index];
            var code = token.Kind == TokenKind.Digits ? CodeOf(text.TextOf(token)) : 0;
            if (code != 0 && (code == kind || run == 0))
            {
                first = run == 0 ? index : first;
                (run, kind, last) = (run + 1, code, index);
                if (run >= Fewest)
                {
                    return true;
                }
            }
            else if (token.Kind is TokenKind.Word or TokenKind.Digits)
            {
                (run, kind) = (0, 0);
            }
        }

        return false;
    }

    private static int CodeOf(ReadOnlySpan<char> digits) =>
        digits.Length is 4 or 8 && !digits.ContainsAnyExcept('0', '1') ? 1
        : digits.Length == 2 && (digits[0] == '4' && digits[1] >= '8' || digits[0] == '5' && digits[1] <= '7') ? 2
        : digits.Length == 2 && digits[0] == '3' ? 3 : 0;

    /// <summary>A chunk that decodes to digits, in base 64 or in hexadecimal.</summary>
    private static bool IsBase64(MessageText text, out int first, out int last)
    {
        (first, last) = (-1, -1);
        for (var index = 0; index < text.Count;)
        {
            var end = index + 1;
            while (end < text.Count && text.Tokens[end].IsGlued && text.Tokens[end].Kind is TokenKind.Word or TokenKind.Digits)
            {
                end++;
            }

            var length = text.Tokens[end - 1].End - text.Tokens[index].Start;
            if (end - index > 1 && length is >= 10 and <= LongestChunk && Decodes(text.Folded, text.Tokens[index].Start, length))
            {
                (first, last) = (index, end - 1);
                return true;
            }

            index = end;
        }

        return false;
    }

    private static bool Decodes(FoldedText text, int start, int length)
    {
        Span<char> chunk = stackalloc char[LongestChunk + 4];
        for (var at = 0; at < length; at++)
        {
            chunk[at] = text.OriginalAt(start + at);
        }

        for (; length % 4 != 0; length++)
        {
            chunk[length] = '=';
        }

        Span<byte> bytes = stackalloc byte[LongestChunk];
        return Convert.TryFromBase64Chars(chunk[..length], bytes, out var written) && MostlyDigits(bytes[..written]);
    }

    private static bool MostlyDigits(ReadOnlySpan<byte> bytes)
    {
        var digits = 0;
        foreach (var b in bytes)
        {
            if (b is < 0x20 or > 0x7E)
            {
                return false;
            }

            digits += char.IsAsciiDigit((char)b) ? 1 : 0;
        }

        return digits >= Fewest || bytes.Contains((byte)'@');
    }

    /// <summary>"V V V nulla I IV II".</summary>
    private static bool IsRoman(MessageText text, out int first, out int last)
    {
        (first, last) = (-1, -1);
        var run = 0;
        foreach (var index in text.Words)
        {
            if (text.TextOf(text.Tokens[index]) is "i" or "ii" or "iii" or "iv" or "v" or "vi" or "vii" or "viii" or "ix" or "x" or "nulla" or "n" or "o" or "0")
            {
                first = run == 0 ? index : first;
                (run, last) = (run + 1, index);
                if (run >= Fewest)
                {
                    return true;
                }
            }
            else
            {
                run = 0;
            }
        }

        return false;
    }
}
