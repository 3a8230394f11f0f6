using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

internal enum ItemKind : byte
{
    /// <summary>Figures as they stand, or letters that stand for them.</summary>
    Literal,

    /// <summary>A number word.</summary>
    Word,

    /// <summary>"and" inside a number.</summary>
    And,

    /// <summary>"times" between a digit and how often it is said.</summary>
    Times,
}

/// <summary>One thing that says digits, before it is known how it goes with the next.</summary>
internal readonly record struct DigitItem(ItemKind Kind, NumberWord Number, int Token, int Start, int Length, int LastToken);

/// <summary>Everything in a message that says digits, in a row.</summary>
internal sealed class DigitItems
{
    private const int LongestChunk = 15;

    /// <summary>A bar is a one among letters, and a separator among figures.</summary>
    private static readonly System.Buffers.SearchValues<char> Bars = System.Buffers.SearchValues.Create("0123456789|");

    private DigitItem[] _items = new DigitItem[64];
    private char[] _digits = new char[256];
    private int _digitCount;

    public int Count { get; private set; }

    /// <summary>How many words only sound like a digit.</summary>
    public int Sounds { get; private set; }

    public ref readonly DigitItem this[int index] => ref _items[index];

    public ReadOnlySpan<char> DigitsOf(in DigitItem item) => _digits.AsSpan(item.Start, item.Length);

    /// <param name="bySound">Whether words that sound like a digit are digits.</param>
    public void Read(MessageText text, bool bySound)
    {
        (Count, _digitCount, Sounds) = (0, 0, 0);
        var tokens = text.Tokens;
        for (var index = 0; index < tokens.Length; index++)
        {
            ref readonly var token = ref tokens[index];
            if (token.Kind == TokenKind.Digits)
            {
                index += Math.Max(1, ReadFigures(text, index)) - 1;
            }
            else if (token.Kind == TokenKind.Word)
            {
                var topics = Lexicon.TopicsOf(token.Entry);
                if (topics.Has(Topic.Numeral | Topic.Sound | Topic.Joint) || token.Traits.Has(WordTraits.LikelyFigures | WordTraits.Compound | WordTraits.Sounds) || (token.Traits.Has(WordTraits.Figures) && IsGluedTo(text, index + 1)))
                {
                    index += Math.Max(1, ReadWord(text, index, topics, bySound)) - 1;
                }
            }
            else if (token.Kind == TokenKind.Emoji && token.Entry != 0 && Lexicon.NumberOf(token.Entry) is { Kind: NumberKind.Sound } shown)
            {
                Sounds++;
                _ = bySound ? AddWord(new NumberWord(NumberKind.Digit, shown.Value), index) : 0;
            }
        }
    }

    /// <summary>Figures, with the letters in between that stand for figures: "2O6", "5S5".</summary>
    private int ReadFigures(MessageText text, int index) =>
        IsGluedTo(text, index + 1) && ReadLookalikes(text, index) is var taken and > 0 ? taken : AddLiteral(text.TextOf(text.Tokens[index]), index, index);

    private static bool IsGluedTo(MessageText text, int index) => index < text.Count && text.Tokens[index].IsGlued;

    private int ReadWord(MessageText text, int index, Topic topics, bool bySound)
    {
        ref readonly var token = ref text.Tokens[index];
        if (token.Traits.Has(WordTraits.Figures) && (IsGluedTo(text, index + 1) || !topics.Has(Topic.Numeral | Topic.Sound)) && ReadLookalikes(text, index) is var taken and > 0)
        {
            return taken;
        }

        var number = Lexicon.NumberOf(token.Entry);
        if (number.Kind == NumberKind.Sound || (number.Kind == NumberKind.None && token.Traits.Has(WordTraits.Sounds)))
        {
            Sounds++;
            return bySound ? AddWord(new NumberWord(NumberKind.Digit, number.Kind == NumberKind.Sound ? number.Value : Phonetics.DigitOf(text.TextOf(token))), index)
                : IsNought(text, index) ? AddWord(new NumberWord(NumberKind.Digit, 0), index) : 1;
        }

        if (number.Kind != NumberKind.None)
        {
            return number.Kind == NumberKind.Digit && IsThatOne(text, index) ? 1 : AddWord(number, index);
        }

        if (topics.Has(Topic.Joint))
        {
            Add(new DigitItem(text.TextOf(token) is "y" or "e" or "et" or "und" or "and" ? ItemKind.And : ItemKind.Times, default, index, 0, 0, index));
        }
        else if (token.Traits.Has(WordTraits.Compound))
        {
            ReadCompound(text.TextOf(token), index);
        }
        else if (token.Length == 1 && text.TextOf(token) is "i" or "l" or "o" or "s" or "z" or "b" && SaysBeside(text, index, -1) && SaysBeside(text, index, 1))
        {
            Span<char> digit = [Lookalikes.Of(text.Folded[token.Start])];
            return AddLiteral(digit, index, index);
        }

        return 1;
    }

    /// <summary>"the middle one" is no digit.</summary>
    private static bool IsThatOne(MessageText text, int index) =>
        index > 0 && text.TextOf(text.Tokens[index]) is "one" && text.Tokens[index - 1].Kind == TokenKind.Word
        && text.TextOf(text.Tokens[index - 1]) is "this" or "that" or "middle" or "first" or "last" or "another" or "which" or "any" or "every" or "each" or "no" or "little" or "big" or "other";

    /// <summary>"oh" beside a number is nought.</summary>
    private static bool IsNought(MessageText text, int index)
    {
        ref readonly var token = ref text.Tokens[index];
        return text.TextOf(token) is "oh" or "o" or "ow" or "ou" && (Says(text, index - 1) || Says(text, index + 1) || Says(text, index - 2) || Says(text, index + 2));
    }

    private static bool Says(MessageText text, int index) =>
        index >= 0 && index < text.Count
        && (text.Tokens[index].Kind == TokenKind.Digits || Lexicon.TopicsOf(text.Tokens[index].Entry).Has(Topic.Numeral));

    /// <summary>Whether the next word or figures on one side say a digit, or are a letter that may.</summary>
    private static bool SaysBeside(MessageText text, int index, int step)
    {
        var beside = index + step;
        beside += beside >= 0 && beside < text.Count && text.Tokens[beside].Kind == TokenKind.Symbol && text.Folded[text.Tokens[beside].Start] is '-' or ',' or '.' ? step : 0;
        return Says(text, beside) || (beside >= 0 && beside < text.Count && text.TextOf(text.Tokens[beside]) is "s" or "z" or "b" or "oh");
    }

    private void ReadCompound(ReadOnlySpan<char> written, int token)
    {
        Span<char> word = stackalloc char[3 * Compounds.Longest];
        var length = 0;
        foreach (var c in written)
        {
            if (Letters.Is(c) && length < word.Length)
            {
                word[length++] = c;
            }
        }

        Span<int> parts = stackalloc int[Compounds.Longest];
        ReadOnlySpan<char> rest = word[..length];
        for (var (index, count) = (0, Compounds.Split(rest, parts)); index < count; index++)
        {
            var part = rest[..parts[index]];
            Add(part is "und"
                ? new DigitItem(ItemKind.And, default, token, 0, 0, token)
                : new DigitItem(ItemKind.Word, part is "oh" or "o" ? new NumberWord(NumberKind.Digit, 0) : Lexicon.NumberOf(Lexicon.Find(part)), token, 0, 0, token));
            rest = rest[part.Length..];
        }
    }

    /// <summary>A chunk of digits and of letters and signs that look like digits, without a space.</summary>
    private int ReadLookalikes(MessageText text, int index)
    {
        var tokens = text.Tokens;
        var (last, letters, figures, likely) = (index, 0, 0, true);
        while (last < tokens.Length && (last == index || tokens[last].IsGlued) && IsChunk(text, last))
        {
            ref readonly var token = ref tokens[last];
            var isFigure = token.Kind == TokenKind.Digits;
            letters += isFigure ? 0 : token.Length;
            figures += isFigure ? token.Length : 0;
            likely &= isFigure || Lookalikes.AreLikely(text.TextOf(token)) || token.Kind == TokenKind.Symbol;
            if (letters + figures > LongestChunk || (token.Kind == TokenKind.Word && Lexicon.TopicsOf(token.Entry).Has(Topic.Unit) && figures > 0 && last - index == 1 && !IsGluedTo(text, last + 1)))
            {
                return 0;
            }

            last++;
        }

        last -= last > index && tokens[last - 1].Kind == TokenKind.Symbol ? 1 : 0;
        var chunk = text.Folded.Chars[tokens[index].Start..tokens[Math.Max(index, last - 1)].End];
        if (letters == 0 || !chunk.ContainsAnyExceptInRange('0', '9') || chunk.IndexOfAnyExcept(Bars) < 0 || !IsFigures(chunk, letters, figures, likely, tokens[index].Entry != 0))
        {
            return 0;
        }

        Span<char> read = stackalloc char[chunk.Length];
        for (var at = 0; at < chunk.Length; at++)
        {
            read[at] = Lookalikes.Of(chunk[at]);
        }

        AddLiteral(read, index, last - 1);
        return last - index;
    }

    private static bool IsChunk(MessageText text, int index) => text.Tokens[index].Kind switch
    {
        TokenKind.Digits => true,
        TokenKind.Word => text.Tokens[index].Traits.Has(WordTraits.Figures),
        TokenKind.Symbol => text.Folded[text.Tokens[index].Start] is '!' or '|' or '$' or '@' or '&' && IsGluedTo(text, index + 1),
        _ => false,
    };

    private static bool IsFigures(ReadOnlySpan<char> chunk, int letters, int figures, bool likely, bool isWord) =>
        figures == 0 ? likely && letters is 3 or 4 && !isWord && chunk is not ("lol" or "ill" or "bill" or "boss" or "sis" or "boil" or "soil" or "oil" or "loss" or "bob" or "biz" or "lil" or "bib")
            : likely ? true : chunk.Length is 3 or 4 or 7 or 10 && letters <= 2 + (chunk.Length / 5);

    private int AddWord(NumberWord number, int token)
    {
        Add(new DigitItem(ItemKind.Word, number, token, 0, 0, token));
        return 1;
    }

    private int AddLiteral(ReadOnlySpan<char> digits, int token, int last)
    {
        while (_digitCount + digits.Length > _digits.Length)
        {
            Array.Resize(ref _digits, _digits.Length * 2);
        }

        digits.CopyTo(_digits.AsSpan(_digitCount));
        Add(new DigitItem(ItemKind.Literal, default, token, _digitCount, digits.Length, last));
        _digitCount += digits.Length;
        return 1;
    }

    private void Add(in DigitItem item)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
        }

        _items[Count++] = item;
    }
}
