using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>What the words of a message say about the numbers in it.</summary>
internal readonly record struct PhoneContext
{
    private const int Near = 3;

    /// <summary>The number is the writer's, or somebody's whom they ask to call.</summary>
    public bool IsSelf { get; init; }

    /// <summary>Somebody is to call or to text.</summary>
    public bool IsCall { get; init; }

    /// <summary>There is talk of telephones at all.</summary>
    public bool IsTelephone { get; init; }

    /// <summary>The figures are to be put together or worked out.</summary>
    public bool IsPuzzle { get; init; }

    /// <summary>An area code is spoken of.</summary>
    public bool HasArea { get; init; }

    /// <summary>Parts are said to come first, last, in the middle.</summary>
    public bool IsRanked { get; init; }

    /// <summary>The figures are to be read from the end.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Digits are only heard in words that sound like them.</summary>
    public bool BySound { get; init; }

    public static PhoneContext Of(MessageText text)
    {
        var topics = text.Topics;
        return new PhoneContext
        {
            IsSelf = topics.Has(Topic.Dial | Topic.Telephone | Topic.Me | Topic.Relative) && IsOnesOwn(text),
            IsCall = topics.Has(Topic.Dial | Topic.Relative),
            IsTelephone = topics.Has(Topic.Dial | Topic.Relative | Topic.Telephone),
            IsPuzzle = topics.Has(Topic.Wink),
            HasArea = topics.Has(Topic.Area) && SpeaksOfArea(text),
            IsReversed = topics.Has(Topic.Reverse) || text.Folded.IsTurned || (topics.Has(Topic.Back) && RunsBack(text)),
            IsRanked = topics.Has(Topic.Rank) && Ranks(text) > 1,
        };
    }

    /// <summary>"call me", "my cell", "that's me", "my husband's": whose number it is, said in a few words.</summary>
    private static bool IsOnesOwn(MessageText text)
    {
        var (dial, my, digits, relative) = (-9, -9, -9, -9);
        var words = text.Words;
        for (var word = 0; word < words.Length; word++)
        {
            var topics = Lexicon.TopicsOf(text.Tokens[words[word]].Entry);
            if ((topics.Has(Topic.Me) && (word - dial <= 2 || (word - digits <= Near && Points(text, words, word))))
                || (topics.Has(Topic.Telephone | Topic.Relative) && word - my <= Near)
                || (topics.Has(Topic.Telephone) && word - relative <= 2)
                || (topics.Has(Topic.Digits | Topic.Numeral) && text.TextOf(text.Tokens[words[Math.Max(0, word - 1)]]) is "im" or "i'm" or "estoy"))
            {
                return true;
            }

            my = topics.Has(Topic.My) || (topics.Has(Topic.Me) && word + 1 < words.Length && Lexicon.TopicsOf(text.Tokens[words[word + 1]].Entry).Has(Topic.Telephone)) ? word : my;
            (dial, relative) = (topics.Has(Topic.Dial) ? word : dial, topics.Has(Topic.Relative) ? word : relative);
            digits = topics.Has(Topic.Digits | Topic.Numeral) ? word : digits;
        }

        return false;
    }

    /// <summary>"that's me", "it's mine", or nothing between: not "want me to".</summary>
    private static bool Points(MessageText text, ReadOnlySpan<int> words, int word) =>
        word > 0 && text.TextOf(text.Tokens[words[word]]) is not "us" && (text.Tokens[words[word - 1]].Kind == TokenKind.Digits
            || text.TextOf(text.Tokens[words[word - 1]]) is "thats" or "that's" or "its" or "it's" or "is" or "es" or "cest" or "c'est" or "that" or "this" or "ist" or "reach" or "reaches" or "gets" or "finds" or "for" or "to");

    /// <summary>"area 404", "area code", "same area", "prefix is": the word beside figures, or beside what goes with it.</summary>
    private static bool SpeaksOfArea(MessageText text)
    {
        var words = text.Words;
        for (var word = 0; word < words.Length; word++)
        {
            if (!Lexicon.TopicsOf(text.Tokens[words[word]].Entry).Has(Topic.Area))
            {
                continue;
            }

            for (var beside = Math.Max(0, word - 2); beside < Math.Min(words.Length, word + Near); beside++)
            {
                var token = text.Tokens[words[beside]];
                if (beside != word && (Lexicon.TopicsOf(token.Entry).Has(Topic.Digits | Topic.Numeral) || text.TextOf(token) is "code" or "same" or "usual" or "as" or "yours" or "goes" or "like" or "ours" or "codes"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"right to left", "start at the end".</summary>
    private static bool RunsBack(MessageText text)
    {
        var words = text.Words;
        for (var word = 0; word + 2 < words.Length; word++)
        {
            var first = text.TextOf(text.Tokens[words[word]]);
            var third = text.TextOf(text.Tokens[words[word + 2]]);
            if ((first is "right" && third is "left") || (first is "start" or "begin" or "from" && (third is "end" || (word + 3 < words.Length && text.TextOf(text.Tokens[words[word + 3]]) is "end"))) || (first is "from" && third is "right"))
            {
                return true;
            }
        }

        return false;
    }

    private static int Ranks(MessageText text)
    {
        var ranks = 0;
        foreach (var word in text.Words)
        {
            ranks += Lexicon.TopicsOf(text.Tokens[word].Entry).Has(Topic.Rank) ? 1 : 0;
        }

        return ranks;
    }
}
