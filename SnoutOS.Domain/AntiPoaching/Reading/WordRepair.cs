namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>
/// Finds the word that was meant where somebody wrote it with figures ("v3nm0"), letter by letter ("v e n m o"), in two
/// pieces ("face book") or with a slip ("whatsap").
/// </summary>
internal static class WordRepair
{
    private const int Longest = 24;
    private const int LongestRow = 48;

    /// <summary>The entry of a word that is none as it stands.</summary>
    public static ushort Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
        {
            return 0;
        }

        if (!word.Contains('\''))
        {
            var known = Misspellings.Find(word);
            return known != 0 ? known : Stretched(word);
        }

        if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            return Lexicon.Find(word[..^2]);
        }

        var elided = word.IndexOf('\'');
        return elided <= 2 ? Lexicon.Find(word[(elided + 1)..]) : (ushort)0;
    }

    /// <summary>"fiiive", "zerooo": the same letter over and over is one.</summary>
    private static ushort Stretched(ReadOnlySpan<char> word)
    {
        Span<char> read = stackalloc char[Longest];
        var (length, longest, run) = (0, 1, 1);
        for (var index = 0; index < word.Length; index++)
        {
            run = index > 0 && word[index] == word[index - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
            if (run == 1)
            {
                read[length++] = word[index];
            }
        }

        return longest < 3 ? (ushort)0 : Lexicon.Find(read[..length]);
    }

    /// <summary>Puts the tokens of one disguised word together, in place.</summary>
    /// <returns>How many tokens are left.</returns>
    public static int Apply(ReadOnlySpan<char> text, Token[] tokens, int count)
    {
        var kept = 0;
        for (var index = 0; index < count;)
        {
            var (taken, whole) = (0, tokens[index]);
            if (index + 1 < count)
            {
                taken = tokens[index + 1].IsGlued ? TryFigures(text, tokens, index, count, ref whole) : 0;
                taken = taken == 0 && tokens[index].Length == 1 ? TryLetters(text, tokens, index, count, ref whole) : taken;
                taken = taken == 0 && tokens[index].Kind == TokenKind.Word ? TryPieces(text, tokens, index, count, ref whole) : taken;
            }

            if (kept != index || taken > 0)
            {
                tokens[kept] = whole;
            }

            kept++;
            index += Math.Max(taken, 1);
        }

        return kept;
    }

    /// <summary>"v3nm0", "p@ypal", "d0n't": letters and what stands for letters, without a space between.</summary>
    private static int TryFigures(ReadOnlySpan<char> text, Token[] tokens, int first, int count, ref Token whole)
    {
        if (first > 0 && tokens[first].IsGlued && Standing(text, tokens[first - 1]) != Part.None
            || first > 0 && tokens[first - 1].Kind == TokenKind.Digits && Lexicon.TopicsOf(tokens[first].Entry).Has(Topic.Unit))
        {
            return 0;
        }

        var (last, letters, figures) = (first, 0, 0);
        while (last < count && (last == first || tokens[last].IsGlued) && Standing(text, tokens[last]) is var standing and not Part.None)
        {
            letters += standing == Part.Letters ? tokens[last].Length : 0;
            figures += standing == Part.Figures ? tokens[last].Length : 0;
            last++;
            if (letters + figures > Longest)
            {
                return 0;
            }
        }

        var length = last > first ? tokens[last - 1].End - tokens[first].Start : 0;
        if (figures == 0 || figures > letters || length is < 2 or > Longest)
        {
            return 0;
        }

        Span<char> read = stackalloc char[Longest];
        for (var variant = 0; variant < 2; variant++)
        {
            var used = Decode(text.Slice(tokens[first].Start, length), read, variant == 0 ? 'i' : 'l');
            var entry = used > 1 ? Lexicon.Find(read[..used]) : (ushort)0;
            if (entry != 0)
            {
                whole = Whole(tokens[first], tokens[last - 1], entry);
                return last - first;
            }
        }

        return 0;
    }

    /// <summary>"v e n m o", "s.n.a.p", "f i v e f i v e": single letters that make words together.</summary>
    private static int TryLetters(ReadOnlySpan<char> text, Token[] tokens, int first, int count, ref Token whole)
    {
        if (!IsSingle(text, tokens[first]))
        {
            return 0;
        }

        Span<char> read = stackalloc char[LongestRow];
        var (length, next, last) = (0, first, first);
        while (next < count && length < LongestRow && next - last <= 2)
        {
            if (IsSingle(text, tokens[next]))
            {
                read[length++] = Letter(text[tokens[next].Start], 'i');
                last = next;
            }
            else if (tokens[next].Kind is not (TokenKind.Symbol or TokenKind.Emoji))
            {
                break;
            }

            next++;
        }

        var entry = length is >= 4 and <= Longest ? Lexicon.Find(read[..length]) : (ushort)0;
        if (entry != 0)
        {
            whole = Whole(tokens[first], tokens[last], entry);
            return last - first + 1;
        }

        if (length is 2 or 3 && first > 0 && IsBracket(text, tokens[first - 1]) && last + 1 < count && IsBracket(text, tokens[last + 1]) && Lexicon.Find(read[..length]) is var enclosed and not 0)
        {
            whole = Whole(tokens[first], tokens[last], enclosed);
            return last - first + 1;
        }

        if (length < 4 || !Compounds.Is(read[..length]))
        {
            return 0;
        }

        whole = new Token(TokenKind.Word, tokens[first].Start, tokens[last].End - tokens[first].Start, 0, tokens[first].IsGlued, 0, WordTraits.Compound);
        return last - first + 1;
    }

    /// <summary>"face book", "inst agr am": two or three short words that make a name together.</summary>
    private static int TryPieces(ReadOnlySpan<char> text, Token[] tokens, int first, int count, ref Token whole)
    {
        if (tokens[first + 1].Kind is not (TokenKind.Word or TokenKind.Symbol) || !tokens[first].Traits.Has(WordTraits.Starts))
        {
            return 0;
        }

        Span<char> read = stackalloc char[Longest];
        var (length, last) = (0, first);
        while (last < count && last - first < 3 && tokens[last].Kind == TokenKind.Word && length + tokens[last].Length <= Longest)
        {
            foreach (var c in text.Slice(tokens[last].Start, tokens[last].Length))
            {
                if (c != '\'')
                {
                    read[length++] = c;
                }
            }

            last++;
            if (last - first > 1 && NamePieces.Whole(read[..length]) is var entry and not 0)
            {
                whole = Whole(tokens[first], tokens[last - 1], entry);
                return last - first;
            }

            if (last < count && tokens[last].Kind == TokenKind.Symbol && text[tokens[last].Start] == '-')
            {
                last++;
            }
        }

        return 0;
    }

    private static Token Whole(in Token first, in Token last, ushort entry) =>
        new(TokenKind.Word, first.Start, last.End - first.Start, entry, first.IsGlued, Lexicon.HashOf(entry));

    /// <summary>Figures, or a sign that stands for a letter.</summary>
    public static bool IsFigure(ReadOnlySpan<char> text, in Token token) => Standing(text, token) == Part.Figures;

    private static bool IsBracket(ReadOnlySpan<char> text, in Token token) => token.Kind == TokenKind.Symbol && text[token.Start] is '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>';

    private static bool IsSingle(ReadOnlySpan<char> text, in Token token) =>
        token.Length == 1 && (token.Kind == TokenKind.Word || (token.Kind is TokenKind.Symbol && text[token.Start] is '@' or '$'));

    private enum Part
    {
        None,
        Letters,
        Figures,
    }

    private static Part Standing(ReadOnlySpan<char> text, in Token token) => token.Kind switch
    {
        TokenKind.Word => Part.Letters,
        TokenKind.Digits => Part.Figures,
        TokenKind.Symbol when text[token.Start] is '@' or '$' or '!' or '|' or '+' => Part.Figures,
        _ => Part.None,
    };

    private static int Decode(ReadOnlySpan<char> disguised, Span<char> read, char one)
    {
        var length = 0;
        foreach (var c in disguised)
        {
            if (c != '\'')
            {
                read[length++] = Letter(c, one);
            }
        }

        return length;
    }

    private static char Letter(char c, char one) => c switch
    {
        '0' => 'o',
        '1' or '!' or '|' => one,
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => c,
    };
}
