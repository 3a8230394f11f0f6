using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>
/// Addresses whose signs are written as words, as emoji or with something in between: "theo at example dot com", "petra#example.com",
/// "jo (a) example . org". An ending with a dot before it is what gives them away.
/// </summary>
internal static class SpelledAddresses
{
    private const int Reach = 8;
    private const int LongestHost = 64;
    private const double Sure = .8;
    private const double Likely = .65;

    public static void Find(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Topics.Has(Topic.Ending) && (text.Topics.Has(Topic.Dot) || text.SignCount > 0))
        {
            Endings(reading, findings);
        }

        if (text.Topics.Has(Topic.Site) && !findings.Has(FindingType.Url))
        {
            Sites(reading, findings);
        }

        if (text.Topics.Has(Topic.Provider) && !findings.Has(FindingType.Email))
        {
            Providers(reading, findings);
        }

        if (text.Topics.Has(Topic.At) && !findings.Has(FindingType.Email))
        {
            Spaced(reading, findings);
        }
    }

    private static void Endings(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        for (var ending = 2; ending < text.Count; ending++)
        {
            if (!Lexicon.TopicsOf(text.Tokens[ending].Entry).Has(Topic.Ending))
            {
                continue;
            }

            var dot = Before(text, ending);
            var host = dot > 0 && IsDot(text, dot, ending) ? Before(text, dot) : -1;
            if (host < 0 || text.Tokens[host].Kind is not (TokenKind.Word or TokenKind.Digits) || IsAllowed(reading, text.TextOf(text.Tokens[host]), text.TextOf(text.Tokens[ending])))
            {
                continue;
            }

            Judge(reading, host, dot, ending, findings);
        }
    }

    private static bool IsAllowed(MessageReading reading, ReadOnlySpan<char> host, ReadOnlySpan<char> ending)
    {
        Span<char> whole = stackalloc char[LongestHost];
        return host.Length + ending.Length < LongestHost && whole.TryWrite($"{host}.{ending}", out var length) && reading.CoversHost(whole[..length]);
    }

    /// <summary>"kennelnomore dotcom", "www purrfectlypatrice example com".</summary>
    private static void Sites(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        var words = text.Words;
        for (var word = 0; word < words.Length; word++)
        {
            if (!Lexicon.TopicsOf(text.Tokens[words[word]].Entry).Has(Topic.Site))
            {
                continue;
            }

            var isStart = text.TextOf(text.Tokens[words[word]])[0] == 'w';
            if (isStart ? word + 2 < words.Length && !text.Tokens[words[word] + 1].IsGlued : word > 0)
            {
                findings.Add(FindingType.Url, reading, words[isStart ? word : word - 1], words[isStart ? word + 2 : word], Likely, "url.written");
                return;
            }
        }
    }

    private static void Judge(MessageReading reading, int host, int dot, int ending, FindingList findings)
    {
        var text = reading.Text;
        var isPlain = text.Tokens[dot].Kind == TokenKind.Symbol && text.Tokens[dot].IsGlued && text.Tokens[ending].IsGlued;
        for (var at = Before(text, host); at > 0 && host - at <= Reach; at = Before(text, at))
        {
            if (IsAt(text, at, isPlain || text.Tokens[dot].Kind == TokenKind.Emoji, isPlain))
            {
                Add(FindingType.Email, Before(text, at), Sure, "email.written");
                return;
            }

            if (text.Tokens[at].Kind is TokenKind.NewLine or TokenKind.Boundary)
            {
                break;
            }
        }

        if (HasCapitalAt(text, host))
        {
            Add(FindingType.Email, host, Sure, "email.written");
        }
        else if (!isPlain && text.Tokens[dot].Kind == TokenKind.Word)
        {
            Add(FindingType.Url, host, Sure, "url.written");
        }

        void Add(FindingType type, int first, double sure, string rule)
        {
            if (!findings.Has(type))
            {
                findings.Add(type, reading, Math.Max(0, first), ending, sure, rule);
            }
        }
    }

    /// <summary>The token before that is no bracket and no quotation mark.</summary>
    private static int Before(MessageText text, int token)
    {
        do
        {
            token--;
        }
        while (token >= 0 && text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] is '(' or ')' or '[' or ']' or '{' or '}' or '<' or '"' or '\'' or '*' or '/' or ':');

        return token;
    }

    private static bool IsDot(MessageText text, int token, int ending)
    {
        ref readonly var dot = ref text.Tokens[token];
        return dot.Kind switch
        {
            TokenKind.Word => Lexicon.TopicsOf(dot.Entry).Has(Topic.Dot) && !IsEveryday(text.TextOf(text.Tokens[ending])),
            TokenKind.Symbol => text.Folded[dot.Start] == '.' && (text.Tokens[ending].IsGlued || IsCommon(text.TextOf(text.Tokens[ending]))),
            TokenKind.Emoji => IsCommon(text.TextOf(text.Tokens[ending])) || text.TextOf(text.Tokens[ending]) is "example" or "test",
            _ => false,
        };
    }

    /// <summary>Endings that stand behind a dot, and hardly ever behind anything else.</summary>
    private static bool IsCommon(ReadOnlySpan<char> ending) => ending is "com" or "net" or "org" or "example" or "test";

    /// <summary>Endings that are words, too: somebody may be called Dot.</summary>
    private static bool IsEveryday(ReadOnlySpan<char> ending) => ending is "walk" or "vet" or "pets" or "services" or "link" or "page" or "email" or "online" or "shop" or "store" or "us" or "in" or "au" or "no";

    /// <param name="isSure">Whether an address is likely here: then nearly any sign may stand for the sign.</param>
    /// <param name="isPlain">Whether the host is plain: "at" before it only says where to look.</param>
    private static bool IsAt(MessageText text, int token, bool isSure, bool isPlain)
    {
        ref readonly var sign = ref text.Tokens[token];
        return sign.Kind switch
        {
            TokenKind.Word => (Lexicon.TopicsOf(sign.Entry).Has(Topic.At) && (!isPlain || IsBracket(text, token - 1))) || (text.TextOf(sign) is "a" && token + 1 < text.Count && token > 0 && IsBracket(text, token - 1) && IsBracket(text, token + 1)),
            TokenKind.Symbol => isSure && text.Folded[sign.Start] is '#' or '>' or '%' or '=' or '~' or '^' or '&' && token > 0 && text.Tokens[token - 1].Kind != TokenKind.NewLine,
            TokenKind.Emoji => isSure && token > 0 && text.Tokens[token - 1].Kind == TokenKind.Word && token + 1 < text.Count && text.Tokens[token + 1].Kind == TokenKind.Word,
            _ => false,
        };
    }

    private static bool IsBracket(MessageText text, int token) =>
        text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] is '(' or ')' or '[' or ']' or '{' or '}' or '<' or '>' or '*' or '_';

    /// <summary>"hazelAThazelshounds": the word in capitals inside small letters.</summary>
    private static bool HasCapitalAt(MessageText text, int host)
    {
        ref readonly var word = ref text.Tokens[host];
        for (var at = word.Start + 1; at + 2 < word.End; at++)
        {
            if (text.Folded[at] == 'a' && text.Folded[at + 1] == 't' && text.Folded.IsCapital(at) && text.Folded.IsCapital(at + 1) && !text.Folded.IsCapital(at - 1) && !text.Folded.IsCapital(at + 2))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"protonmail, username quietwalker", "my gmail is", "somebody at gmail".</summary>
    private static void Providers(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        var words = text.Words;
        for (var word = 0; word < words.Length; word++)
        {
            if (!Lexicon.TopicsOf(text.Tokens[words[word]].Entry).Has(Topic.Provider))
            {
                continue;
            }

            for (var beside = Math.Max(0, word - 3); beside < Math.Min(words.Length, word + 4); beside++)
            {
                var isBefore = beside < word;
                var topics = Lexicon.TopicsOf(text.Tokens[words[beside]].Entry);
                var tells = isBefore ? topics.Has(Topic.My) || (beside == word - 1 && topics.Has(Topic.At) && word > 1)
                    : beside > word && text.TextOf(text.Tokens[words[beside]]) is "username" or "user" or "name" or "handle" or "nombre" or "usuario" or "account";
                if (tells)
                {
                    findings.Add(FindingType.Email, reading, words[Math.Min(word, beside)], words[Math.Max(word, beside)], Likely, "email.provider");
                    return;
                }
            }
        }
    }

    /// <summary>"j e n at e x a m p l e": an address letter by letter.</summary>
    private static void Spaced(MessageReading reading, FindingList findings)
    {
        const int FewestLetters = 8;
        var text = reading.Text;
        var (letters, first, hasAt) = (0, 0, false);
        for (var index = 0; index <= text.Count; index++)
        {
            var isLetter = index < text.Count && text.Tokens[index] is { Kind: TokenKind.Word or TokenKind.Digits, Length: 1 };
            var topics = index < text.Count ? Lexicon.TopicsOf(text.Tokens[index].Entry) : Topic.None;
            if (isLetter || (letters > 0 && index < text.Count && (topics.Has(Topic.At | Topic.Dot | Topic.Ending) || text.Tokens[index].Kind == TokenKind.Symbol)))
            {
                first = letters == 0 ? index : first;
                letters += isLetter ? 1 : 0;
                hasAt |= topics.Has(Topic.At);
            }
            else
            {
                if (letters >= FewestLetters && hasAt)
                {
                    findings.Add(FindingType.Email, reading, first, index - 1, Likely, "email.spaced");
                    return;
                }

                (letters, hasAt) = (0, false);
            }
        }
    }
}
