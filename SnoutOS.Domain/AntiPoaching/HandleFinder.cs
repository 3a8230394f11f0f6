using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching;

/// <summary>Names on networks and payment services that are written out: @name, $name, name_with.marks beside a network.</summary>
internal static class HandleFinder
{
    private const int Near = 7;
    private const int MostParts = 16;
    private const int ShortestDotted = 9;

    private const Topic Networks = Topic.Network | Topic.ShortNetwork;

    public static void Find(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.WordCount is > 0 and <= 4)
        {
            Alone(reading, findings);
        }

        if (!text.HasInner('@', '$', '_') && !text.HasInner('.') && !text.IsMixed && !text.Topics.Has(Networks | Topic.Payment | Topic.Label))
        {
            return;
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
            if (alone && Lexicon.TopicsOf(entry).Has(Topic.Network | Topic.WordyNetwork | Topic.Payment | Topic.Provider))
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

        var topics = Lexicon.TopicsOf(entry);
        type = topics.Has(Topic.Payment) ? FindingType.OffPlatformPayment : FindingType.SocialHandle;
        return topics.Has(Topic.Payment | Topic.Network | Topic.Label);
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

            if (IsNear(reading.Text, mark, end, Topic.Payment))
            {
                Add(FindingType.OffPlatformPayment, .85, "payment.handle");
                return;
            }

            var social = reading.Text.Topics.Has(Networks) || end > mark + 1;
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
        if (!findings.Has(FindingType.OffPlatformPayment) && IsNear(text, first, last, Topic.Payment))
        {
            findings.Add(FindingType.OffPlatformPayment, reading, first, last, .8, "payment.handle");
        }
        else if (!findings.Has(FindingType.Email) && IsNear(text, first, last, Topic.Provider))
        {
            findings.Add(FindingType.Email, reading, first, last, .8, "email.provider");
        }
        else if (!findings.Has(FindingType.SocialHandle) && !findings.Has(FindingType.Url) && !findings.Has(FindingType.Email)
            && (IsNear(text, first, last, Networks) || IsNear(text, first, last, Topic.Label, 2)))
        {
            findings.Add(FindingType.SocialHandle, reading, first, last, .8, "social.handle");
        }
        else if (!findings.Has(FindingType.SocialHandle) && !findings.Has(FindingType.Url) && !findings.Has(FindingType.Email) && (HasUnderscore(text, first, last) ? IsNear(text, first, last, Topic.Naming, 4) || IsQuoted(text, first, last) : IsDotted(text, first, last)))
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

    private static bool IsQuoted(MessageText text, int first, int last) =>
        first > 0 && last + 1 < text.Count && IsQuote(text.Folded[text.Tokens[first - 1].Start]) && IsQuote(text.Folded[text.Tokens[last + 1].Start]);

    private static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '«' or '»' or '„' or '(' or ')';

    /// <summary>"mama.of.minnow" in quotation marks, or where somebody says what they are called.</summary>
    private static bool IsDotted(MessageText text, int first, int last)
    {
        var dots = 0;
        for (var token = first; token <= last; token++)
        {
            var isDot = text.Tokens[token].Kind == TokenKind.Symbol;
            if ((isDot && text.Folded[text.Tokens[token].Start] != '.') || text.Tokens[token].Kind == TokenKind.Digits)
            {
                return false;
            }

            dots += isDot ? 1 : 0;
        }

        if (dots == 0 || text.Tokens[last].End - text.Tokens[first].Start < ShortestDotted)
        {
            return false;
        }

        return IsQuoted(text, first, last) || (first > 0 && (text.TextOf(text.Tokens[first - 1]) is "im" or "i'm" or "am" or "as" or "under" or "user" or "username" or "handle" or "called" or "is" or "follow" or "add" or "find" or "name"
            || (text.Folded[text.Tokens[first - 1].Start] == ':' && first > 1 && text.Tokens[first - 2].Kind == TokenKind.Word)) && (dots > 1 || text.Tokens[first].Entry == 0));
    }

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

    private static bool IsNear(MessageText text, int first, int last, Topic topics, int near = Near)
    {
        for (var token = Math.Max(0, first - near); token < Math.Min(text.Count, last + near); token++)
        {
            if ((token < first || token > last) && Lexicon.TopicsOf(text.Tokens[token].Entry).Has(topics))
            {
                return true;
            }
        }

        return false;
    }
}
