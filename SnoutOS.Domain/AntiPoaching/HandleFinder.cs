using SnoutOS.Domain.AntiPoaching.Phrasing;
using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>Names on networks and payment services that are written out: @name, $name, name_with.marks beside a network.</summary>
internal static class HandleFinder
{
    private const int Near = 7;
    private const int MostParts = 16;

    private static readonly ulong[] Networks = Lexicon.Bits("{network}");
    private static readonly ulong[] ShortNetworks = Lexicon.Bits("{short_network}");
    private static readonly ulong[] Wordy = Lexicon.Bits("{wordy_network}");
    private static readonly ulong[] Payments = Lexicon.Bits("{payment}");
    private static readonly ulong[] Labels = Lexicon.Bits("{label}");
    private static readonly ulong[] Naming = Lexicon.Bits("{naming}");
    private static readonly ulong[] Providers = Lexicon.Bits("{provider}");

    public static void Find(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.WordCount is > 0 and <= 4)
        {
            Alone(reading, findings);
        }

        var tokens = text.Tokens;
        for (var index = 0; index + 1 < tokens.Length; index++)
        {
            if (!tokens[index + 1].IsGlued && tokens[index + 1].Kind != TokenKind.Symbol)
            {
                continue;
            }

            if (tokens[index].Kind == TokenKind.Symbol && tokens[index + 1] is { Kind: TokenKind.Word, IsGlued: true, Length: >= 3 } name)
            {
                Marked(reading, index, text.Folded[text.Tokens[index].Start], name, findings);
            }
            else if (IsNamed(text, index, out var type))
            {
                findings.Add(type, reading, index, index + 2, .75, type == FindingType.SocialHandle ? "social.handle" : "payment.handle");
            }
            else if (IsHandle(text, index, out var last))
            {
                Unmarked(reading, index, last, findings);
                index = last;
            }
        }
    }

    /// <summary>A message that is nothing but the name of a network asks for one thing.</summary>
    private static void Alone(MessageReading reading, FindingList findings)
    {
        var words = reading.Text.Words;
        for (var index = 0; index < words.Length; index++)
        {
            var word = words[index];
            var entry = reading.Text.Tokens[word].Entry;
            var alone = words.Length <= 2 || (index + 1 < words.Length && reading.Text.Tokens[words[index + 1]].Entry == 0);
            if (alone && entry != 0 && ((Networks[entry >> 6] | Wordy[entry >> 6] | Payments[entry >> 6] | Providers[entry >> 6]) >> (entry & 63) & 1) != 0)
            {
                findings.Add(FindingType.SocialHandle, reading, word, word, .6, "social.alone");
                return;
            }
        }
    }

    /// <summary>"Telegram: somebody", "venmo = somebody".</summary>
    private static bool IsNamed(MessageText text, int index, out FindingType type)
    {
        type = FindingType.SocialHandle;
        var entry = text.Tokens[index].Entry;
        if (entry == 0 || index + 2 >= text.Count || text.Tokens[index + 2] is not { Kind: TokenKind.Word, Entry: 0, Length: >= 4 } || text.Folded[text.Tokens[index + 1].Start] is not (':' or '=' or '>'))
        {
            return false;
        }

        type = (Payments[entry >> 6] >> (entry & 63) & 1) != 0 ? FindingType.OffPlatformPayment : FindingType.SocialHandle;
        return ((Payments[entry >> 6] | Networks[entry >> 6] | Labels[entry >> 6]) >> (entry & 63) & 1) != 0;
    }

    private static void Marked(MessageReading reading, int mark, char symbol, in Token name, FindingList findings)
    {
        var end = EndOfChunk(reading.Text, mark + 1);
        if (symbol == '$' && (mark == 0 || !reading.Text.Tokens[mark].IsGlued) && name.Entry == 0)
        {
            Add(FindingType.OffPlatformPayment, .85, "payment.cashtag");
        }
        else if (symbol == '@' && (mark == 0 || !reading.Text.Tokens[mark].IsGlued) && !findings.Has(FindingType.Email))
        {
            if (name.Entry != 0 && end == mark + 1)
            {
                return;
            }

            if (IsNear(reading.Text, mark, end, Payments))
            {
                Add(FindingType.OffPlatformPayment, .85, "payment.handle");
                return;
            }

            var social = reading.Phrases.Strength(Signal.SocialHandle) > 0 || IsNear(reading.Text, mark, end, ShortNetworks) || end > mark + 1;
            Add(FindingType.SocialHandle, social ? .85 : name.Entry == 0 && name.Length >= 6 ? .55 : .3, "social.handle");
        }

        void Add(FindingType type, double sure, string rule)
        {
            if (sure >= PoachingPolicy.FlagFrom && !findings.Has(type))
            {
                findings.Add(type, reading, mark, end, sure, rule);
            }
        }
    }

    private static void Unmarked(MessageReading reading, int first, int last, FindingList findings)
    {
        var text = reading.Text;
        if (!findings.Has(FindingType.OffPlatformPayment) && IsNear(text, first, last, Payments))
        {
            findings.Add(FindingType.OffPlatformPayment, reading, first, last, .8, "payment.handle");
        }
        else if (!findings.Has(FindingType.Email) && IsNear(text, first, last, Providers))
        {
            findings.Add(FindingType.Email, reading, first, last, .8, "email.provider");
        }
        else if (!findings.Has(FindingType.SocialHandle) && !findings.Has(FindingType.Url) && !findings.Has(FindingType.Email)
            && (IsNear(text, first, last, Networks) || IsNear(text, first, last, ShortNetworks) || IsNear(text, first, last, Labels, 2)))
        {
            findings.Add(FindingType.SocialHandle, reading, first, last, .8, "social.handle");
        }
        else if (!findings.Has(FindingType.SocialHandle) && HasUnderscore(text, first, last) && IsNear(text, first, last, Naming, 4))
        {
            findings.Add(FindingType.SocialHandle, reading, first, last, .7, "social.handle");
        }
    }

    /// <summary>A name of letters with figures, dots or underscores inside: nothing that stands in a sentence.</summary>
    private static bool IsHandle(MessageText text, int first, out int last)
    {
        last = first;
        if (first + 1 >= text.Count || !text.Tokens[first + 1].IsGlued || text.Tokens[first].Kind != TokenKind.Word || text.Tokens[first].Entry != 0 && text.Tokens[first].Length > 12)
        {
            return false;
        }

        last = EndOfChunk(text, first);
        var (letters, figures, marks) = (0, 0, 0);
        for (var token = first; token <= last; token++)
        {
            letters += text.Tokens[token].Kind == TokenKind.Word ? text.Tokens[token].Length : 0;
            figures += text.Tokens[token].Kind == TokenKind.Digits ? 1 : 0;
            marks += text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] != '-' ? 1 : 0;
        }

        return letters >= 4 && (figures > 0 || marks > 0);
    }

    private static bool HasUnderscore(MessageText text, int first, int last) =>
        text.Folded.Chars[text.Tokens[first].Start..text.Tokens[last].End].Contains('_');

    private static int EndOfChunk(MessageText text, int first)
    {
        var last = first;
        for (var token = first + 1; token < Math.Min(text.Count, first + MostParts) && text.Tokens[token].IsGlued; token++)
        {
            if (text.Tokens[token].Kind is TokenKind.Word or TokenKind.Digits)
            {
                last = token;
            }
            else if (text.Tokens[token].Kind != TokenKind.Symbol || text.Folded[text.Tokens[token].Start] is not ('_' or '.' or '-'))
            {
                break;
            }
        }

        return last;
    }

    private static bool IsNear(MessageText text, int first, int last, ulong[] group, int near = Near)
    {
        for (var token = Math.Max(0, first - near); token < Math.Min(text.Count, last + near); token++)
        {
            var entry = text.Tokens[token].Entry;
            if ((token < first || token > last) && entry != 0 && (group[entry >> 6] >> (entry & 63) & 1) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
