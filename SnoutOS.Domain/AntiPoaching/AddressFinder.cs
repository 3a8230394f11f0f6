using SnoutOS.Domain.AntiPoaching.Reading;
using SnoutOS.Domain.AntiPoaching.Words;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>Mail addresses and sites that are written out, with or without spaces in them.</summary>
internal static class AddressFinder
{
    /// <summary>No host or name has more parts than this; longer chains are not followed.</summary>
    private const int MostParts = 24;

    private const double Surely = .95;
    private const double TheirOwn = .3;

    public static void Find(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        var tokens = text.Tokens;
        var mayBe = text.HasInner('.', '@', '/') || text.HasInner(',') || text.Topics.Has(Topic.At | Topic.Ending);
        for (var index = 0; mayBe && index < tokens.Length; index++)
        {
            if (tokens[index].Kind == TokenKind.Symbol)
            {
                index = text.Folded[tokens[index].Start] switch
                {
                    '@' => Mail(reading, index, findings),
                    '.' => Site(reading, index, findings),
                    '/' => Path(reading, index, findings),
                    _ => index,
                };
            }
        }

        SpelledAddresses.Find(reading, findings);
    }

    private static int Mail(MessageReading reading, int at, FindingList findings)
    {
        var text = reading.Text;
        if (at == 0 || at + 1 >= text.Count)
        {
            return at;
        }

        if (text.Tokens[at - 1].Kind is not (TokenKind.Word or TokenKind.Digits))
        {
            return at;
        }

        if (text.Tokens[at + 1].Kind == TokenKind.Symbol && text.TextOf(text.Tokens[at - 1]) is "the" or "el" or "le" or "das")
        {
            findings.Add(FindingType.Email, reading, at - 1, at, .6, "email.sign");
            return at;
        }

        var isGlued = text.Tokens[at].IsGlued && text.Tokens[at + 1].IsGlued;
        if (isGlued && text.Tokens[at - 1].IsGlued && IsTurned(text, at))
        {
            findings.Add(FindingType.Email, reading, StartOfName(text, at - 1), at + 1, .8, "email.reversed");
            return at;
        }

        var end = EndOfHost(text, at + 1, isGlued, isMail: true, out var host);
        if (end < 0 && Lexicon.TopicsOf(text.Tokens[at + 1].Entry).Has(Topic.Provider))
        {
            end = at + 1;
            host = text.TextOf(text.Tokens[end]);
        }

        if (end < 0)
        {
            return at;
        }

        if (!reading.CoversHost(host))
        {
            findings.Add(FindingType.Email, reading, StartOfName(text, at - 1), end, Sure(text), "email.plain");
        }

        return end;
    }

    /// <summary>"moc.elpmaxe@": the ending stands first.</summary>
    private static bool IsTurned(MessageText text, int at)
    {
        for (var token = at - 1; token > 0 && at - token < MostParts && text.Tokens[token].IsGlued; token--)
        {
            if (text.Folded[text.Tokens[token].Start] == '.' && text.TextOf(text.Tokens[token - 1]) is "moc" or "ten" or "gro" or "tset" or "elpmaxe" or "ku")
            {
                return true;
            }
        }

        return false;
    }

    private static int Site(MessageReading reading, int dot, FindingList findings)
    {
        var text = reading.Text;
        if (dot > 0 && dot + 1 < text.Count && !text.Tokens[dot].IsGlued && !text.Tokens[dot + 1].IsGlued
            && text.Tokens[dot - 1].Kind == TokenKind.Word && text.TextOf(text.Tokens[dot + 1]) is "com" or "net" or "org")
        {
            findings.Add(FindingType.Url, reading, dot - 1, dot + 1, .7, "url.spaced");
            return dot + 1;
        }

        if (dot == 0 || !text.Tokens[dot].IsGlued || text.Tokens[dot - 1].Kind is not (TokenKind.Word or TokenKind.Digits))
        {
            return dot;
        }

        var first = dot - 1;
        while (first > 0 && dot - first < MostParts && text.Tokens[first].IsGlued && IsHostPart(text, first - 1))
        {
            first--;
        }

        var end = EndOfHost(text, first, glued: true, isMail: false, out var host);
        if (end < dot || (first > 0 && text.Folded[text.Tokens[first - 1].Start] == '@' && text.Tokens[first].IsGlued))
        {
            return dot;
        }

        var ending = text.TextOf(text.Tokens[end]);
        var hasPath = end + 1 < text.Count && text.Tokens[end + 1].IsGlued && text.Folded[text.Tokens[end + 1].Start] == '/';
        var isNamed = host.StartsWith("www.") || (first > 2 && text.Folded[text.Tokens[first - 1].Start] == '/' && text.TextOf(text.Tokens[first]).Length > 0 && text.Folded[text.Tokens[first - 2].Start] == '/');
        if (!isNamed && !hasPath && !Domains.IsTelling(ending) || reading.CoversHost(host) || Domains.IsEverybodys(host))
        {
            return end;
        }

        findings.Add(FindingType.Url, reading, first, end, Sure(text), "url.plain");
        return end;
    }

    /// <summary>"calendly/walkswithwes", "forms.gle/somebody": a path behind the name of a service, or behind any host.</summary>
    private static int Path(MessageReading reading, int slash, FindingList findings)
    {
        var text = reading.Text;
        if (slash == 0 || slash + 1 >= text.Count || !text.Tokens[slash].IsGlued || text.Tokens[slash + 1] is not { Kind: TokenKind.Word, IsGlued: true, Length: >= 3 } || findings.Has(FindingType.Url))
        {
            return slash;
        }

        var before = slash - 1;
        var isService = text.TextOf(text.Tokens[before]) is "calendly" or "linktree" or "linktr" or "beacons" or "carrd" or "bitly" or "tinyurl" or "patreon" or "venmo" or "paypal" or "instagram" or "insta" or "facebook" or "fb" or "tiktok" or "twitter" or "twitch" or "telegram" or "snapchat";
        var isHost = before > 1 && text.Tokens[before] is { Kind: TokenKind.Word, IsGlued: true, Length: >= 2 and <= 6 } && text.Folded[text.Tokens[before - 1].Start] == '.' && text.Tokens[before - 1].IsGlued && text.Tokens[before - 2] is { Kind: TokenKind.Word, Length: >= 3 };
        if (isService || isHost)
        {
            var first = before;
            while (first > 0 && before - first < MostParts && text.Tokens[first].IsGlued && IsHostPart(text, first - 1))
            {
                first--;
            }

            var host = text.Folded.Chars[text.Tokens[first].Start..text.Tokens[before].End];
            if (!reading.CoversHost(host) && !Domains.IsEverybodys(host))
            {
                findings.Add(FindingType.Url, reading, first, slash + 1, .8, "url.path");
            }
        }

        return slash;
    }

    /// <summary>A site that a vet or the office is said to have is most likely theirs.</summary>
    private static double Sure(MessageText text)
    {
        if (!text.Topics.Has(Topic.Vet | Topic.Office))
        {
            return Surely;
        }

        foreach (var word in text.Words)
        {
            if (Lexicon.TopicsOf(text.Tokens[word].Entry).Has(Topic.My | Topic.Me) && text.TextOf(text.Tokens[word]) is "my" or "our" or "mi" or "mon" or "mein" or "meine" or "meu" or "mine")
            {
                return Surely;
            }
        }

        return TheirOwn;
    }

    private static int StartOfName(MessageText text, int token)
    {
        var last = token;
        while (token > 0 && last - token < MostParts && text.Tokens[token].IsGlued && (text.Tokens[token - 1].Kind is TokenKind.Word or TokenKind.Digits || text.Folded[text.Tokens[token - 1].Start] is '.' or '_' or '-' or '+'))
        {
            token--;
        }

        return token;
    }

    private static bool IsHostPart(MessageText text, int token) =>
        text.Tokens[token].Kind is TokenKind.Word or TokenKind.Digits || text.Folded[text.Tokens[token].Start] is '.' or '-' or '_';

    /// <summary>The last token of a host that begins at a token, or -1.</summary>
    private static int EndOfHost(MessageText text, int token, bool glued, bool isMail, out ReadOnlySpan<char> host)
    {
        var (start, end) = (token, -1);
        var most = Math.Min(text.Count, token + (glued ? 2 * MostParts : 4));
        for (var at = token; at < most && (at == start || text.Tokens[at].IsGlued || !glued); at++)
        {
            if (at > start && at + 1 < text.Count && IsStopOfHost(text, at, glued) && text.Tokens[at + 1].Kind == TokenKind.Word && (!glued || text.Tokens[at + 1].IsGlued))
            {
                var ending = text.TextOf(text.Tokens[at + 1]);
                end = Domains.IsTelling(ending) || (glued && (isMail ? ending.Length >= 2 : Domains.IsWordlike(ending))) ? at + 1 : end;
            }
            else if (!IsHostPart(text, at))
            {
                break;
            }

            if (!glued && end > 0)
            {
                break;
            }
        }

        host = end < 0 ? default : text.Folded.Chars[text.Tokens[start].Start..text.Tokens[end].End];
        return end;
    }

    /// <summary>A stop, or a comma before an ending that nothing else has.</summary>
    private static bool IsStopOfHost(MessageText text, int token, bool glued) =>
        text.Tokens[token].Kind == TokenKind.Symbol
        && (text.Folded[text.Tokens[token].Start] is '.' || (text.Folded[text.Tokens[token].Start] is ',' && glued && text.TextOf(text.Tokens[token + 1]) is "com" or "net" or "org" or "example"));
}
