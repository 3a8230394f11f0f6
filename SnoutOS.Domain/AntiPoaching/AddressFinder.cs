using SnoutOS.Domain.AntiPoaching.Phrasing;
using SnoutOS.Domain.AntiPoaching.Reading;
using SnoutOS.Domain.AntiPoaching.Words;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>Mail addresses and sites that are written out, with or without spaces in them.</summary>
internal static class AddressFinder
{
    /// <summary>No host or name has more parts than this; longer chains are not followed.</summary>
    private const int MostParts = 24;

    public static void Find(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        var tokens = text.Tokens;
        for (var index = 0; index < tokens.Length; index++)
        {
            if (tokens[index].Kind != TokenKind.Symbol)
            {
                continue;
            }

            index = text.Folded[text.Tokens[index].Start] switch
            {
                '@' => Mail(reading, index, findings),
                '.' => Site(reading, index, findings),
                _ => index,
            };
        }
    }

    private static int Mail(MessageReading reading, int at, FindingList findings)
    {
        var text = reading.Text;
        if (at == 0 || at + 1 >= text.Count || text.Tokens[at - 1].Kind is not (TokenKind.Word or TokenKind.Digits))
        {
            return at;
        }

        var end = EndOfHost(text, at + 1, text.Tokens[at].IsGlued && text.Tokens[at + 1].IsGlued, out var host);
        if (end < 0)
        {
            return at;
        }

        if (!reading.Allowed.CoversHost(host))
        {
            findings.Add(FindingType.Email, reading, StartOfName(text, at - 1), end, Sure(reading), "email.plain");
        }

        return end;
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

        var end = EndOfHost(text, first, glued: true, out var host);
        if (end < dot || (first > 0 && text.Folded[text.Tokens[first - 1].Start] == '@' && text.Tokens[first].IsGlued))
        {
            return dot;
        }

        var ending = text.TextOf(text.Tokens[end]);
        var hasPath = end + 1 < text.Count && text.Tokens[end + 1].IsGlued && text.Folded[text.Tokens[end + 1].Start] == '/';
        var isNamed = host.StartsWith("www.") || (first > 2 && text.Folded[text.Tokens[first - 1].Start] == '/' && text.TextOf(text.Tokens[first]).Length > 0 && text.Folded[text.Tokens[first - 2].Start] == '/');
        if (!isNamed && !hasPath && !Domains.IsTelling(ending) || reading.Allowed.CoversHost(host) || Domains.IsEverybodys(host))
        {
            return end;
        }

        findings.Add(FindingType.Url, reading, first, end, Sure(reading), "url.plain");
        return end;
    }

    /// <summary>A site that a vet or the office is said to have is most likely theirs.</summary>
    private static double Sure(MessageReading reading) =>
        (reading.Phrases.Strength(Signal.Institution) > 0 || reading.Phrases.Strength(Signal.ThroughOffice) > 0)
        && reading.Phrases.Strength(Signal.Solicitation) < .4 && reading.Phrases.Strength(Signal.Url) < .5 && reading.Phrases.Strength(Signal.Self) < .6 ? .3 : .95;

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
    private static int EndOfHost(MessageText text, int token, bool glued, out ReadOnlySpan<char> host)
    {
        var (start, end) = (token, -1);
        for (var at = token; at < Math.Min(text.Count, token + (2 * MostParts)) && (at == start || text.Tokens[at].IsGlued || !glued); at++)
        {
            if (text.Tokens[at].Kind == TokenKind.Symbol && (text.Folded[text.Tokens[at].Start] is '.' || (text.Folded[text.Tokens[at].Start] is ',' && glued && text.TextOf(text.Tokens[Math.Min(at + 1, text.Count - 1)]) is "com" or "net" or "org")) && at > start && at + 1 < text.Count && text.Tokens[at + 1].Kind == TokenKind.Word && (!glued || text.Tokens[at + 1].IsGlued))
            {
                var ending = text.TextOf(text.Tokens[at + 1]);
                end = Domains.IsTelling(ending) || (glued && Domains.IsWordlike(ending)) ? at + 1 : end;
            }
            else if (!IsHostPart(text, at))
            {
                break;
            }

            if (!glued && end > 0)
            {
                break;
            }

            if (!glued && at - start > 2)
            {
                break;
            }
        }

        host = end < 0 ? default : text.Folded.Chars[text.Tokens[start].Start..text.Tokens[end].End];
        return end;
    }
}
