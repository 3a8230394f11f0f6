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
internal readonly record struct DigitItem(ItemKind Kind, NumberWord Number, int Token, int Start, int Length);

/// <summary>Everything in a message that says digits, in a row.</summary>
internal sealed class DigitItems
{
    private static readonly System.Buffers.SearchValues<char> Lookalikes = System.Buffers.SearchValues.Create("oqilzsb");

    private DigitItem[] _items = new DigitItem[64];
    private char[] _digits = new char[256];
    private int _digitCount;

    public int Count { get; private set; }

    /// <summary>How many of them only sound like a digit.</summary>
    public int Sounds { get; private set; }

    public ref readonly DigitItem this[int index] => ref _items[index];

    public ReadOnlySpan<char> DigitsOf(in DigitItem item) => _digits.AsSpan(item.Start, item.Length);

    /// <param name="bySound">Whether words that sound like a digit are digits.</param>
    public void Read(MessageText text, bool bySound)
    {
        (Count, _digitCount, Sounds) = (0, 0, 0);
        var tokens = text.Tokens;
        for (var index = 0; index < tokens.Length;)
        {
            index += Math.Max(1, tokens[index].Kind switch
            {
                TokenKind.Digits => ReadFigures(text, index),
                TokenKind.Word => ReadWord(text, index, bySound),
                TokenKind.Symbol or TokenKind.Emoji or TokenKind.NewLine or TokenKind.Boundary => 1,
                _ => 1,
            });
        }
    }

    /// <summary>Figures, with the letters in between that stand for figures: "2O6", "5S5".</summary>
    private int ReadFigures(MessageText text, int index) =>
        ReadLookalikes(text, index) is var taken and > 0 ? taken : AddLiteral(text.TextOf(text.Tokens[index]), index);

    private int ReadWord(MessageText text, int index, bool bySound)
    {
        ref readonly var token = ref text.Tokens[index];
        if (index + 1 < text.Count && text.Tokens[index + 1] is { Kind: TokenKind.Digits, IsGlued: true } && ReadLookalikes(text, index) is var taken and > 0)
        {
            return taken;
        }

        var number = Lexicon.NumberOf(token.Entry);
        switch (number.Kind)
        {
            case NumberKind.Sound:
                Sounds++;
                return bySound ? AddWord(number, index) : IsNought(text, index) ? AddWord(new NumberWord(NumberKind.Digit, 0), index) : 1;
            case NumberKind.Digit when IsThatOne(text, index):
                return 1;
            case not NumberKind.None:
                return AddWord(number, index);
            case NumberKind.None:
                break;
        }

        if (!MayBeLookalike(text.Folded[token.Start]) && !(token.Entry == 0 ? char.IsAsciiLetterLower(text.Folded[token.Start]) && token.Length >= 5 : token.Length <= 5))
        {
            return 1;
        }

        var word = text.TextOf(token);
        if (word is "times" or "mal" or "veces" or "vezes" or "fois" or "x")
        {
            Add(new DigitItem(ItemKind.Times, default, index, 0, 0));
            return 1;
        }

        if (word is "y" or "e" or "et" or "und" or "and")
        {
            Add(new DigitItem(ItemKind.And, default, index, 0, 0));
            return 1;
        }

        return token.Entry == 0 && (Lexicon.MayStartNumber(word) || word.StartsWith("oh")) && ReadGlued(word, index) ? 1 : MayBeLookalike(word[0]) ? ReadLookalikes(text, index) : 1;
    }

    private static bool MayBeLookalike(char c) => c is 'o' or 'q' or 'i' or 'l' or 'z' or 's' or 'b';

    /// <summary>"the middle one" is no digit.</summary>
    private static bool IsThatOne(MessageText text, int index) =>
        index > 0 && text.TextOf(text.Tokens[index]) is "one" && text.Tokens[index - 1].Kind == TokenKind.Word
        && text.TextOf(text.Tokens[index - 1]) is "this" or "that" or "middle" or "first" or "last" or "another" or "which" or "any" or "every" or "each" or "no";

    /// <summary>"oh" beside a number is nought.</summary>
    private static bool IsNought(MessageText text, int index)
    {
        ref readonly var token = ref text.Tokens[index];
        return text.TextOf(token) is "oh" or "o" or "ow" or "ou" && (Says(text, index - 1) || Says(text, index + 1) || Says(text, index - 2) || Says(text, index + 2));
    }

    private static bool Says(MessageText text, int index) =>
        index >= 0 && index < text.Count
        && (text.Tokens[index].Kind == TokenKind.Digits || Lexicon.NumberOf(text.Tokens[index].Entry).Kind is not (NumberKind.None or NumberKind.Sound));

    /// <summary>"fivefivefive", "vierundfünfzig": number words written as one.</summary>
    private bool ReadGlued(ReadOnlySpan<char> word, int token)
    {
        var before = Count;
        var rest = word;
        while (rest.Length > 0)
        {
            var length = Math.Min(rest.Length, 12);
            while (length > 1 && !IsNumberPart(rest[..length]))
            {
                length--;
            }

            if (length <= 1)
            {
                Count = before;
                return false;
            }

            Add(rest[..length] is "und" ? new DigitItem(ItemKind.And, default, token, 0, 0) : new DigitItem(ItemKind.Word, rest[..length] is "oh" ? new NumberWord(NumberKind.Digit, 0) : Lexicon.NumberOf(Lexicon.Find(rest[..length])), token, 0, 0));
            rest = rest[length..];
        }

        return true;
    }

    private static bool IsNumberPart(ReadOnlySpan<char> part) =>
        part is "und" or "oh" || Lexicon.NumberOf(Lexicon.Find(part)).Kind is not (NumberKind.None or NumberKind.Sound);

    private int ReadLookalikes(MessageText text, int index)
    {
        var tokens = text.Tokens;
        var (last, letters, figures) = (index, 0, 0);
        while (last < tokens.Length && (last == index || tokens[last].IsGlued) && tokens[last].Kind is TokenKind.Word or TokenKind.Digits)
        {
            var isWord = tokens[last].Kind == TokenKind.Word;
            if (isWord && text.TextOf(tokens[last]).ContainsAnyExcept(Lookalikes))
            {
                return 0;
            }

            letters += isWord ? tokens[last].Length : 0;
            figures += isWord ? 0 : tokens[last].Length;
            if (letters + figures > 15)
            {
                return 0;
            }

            last++;
        }

        var chunk = text.Folded.Chars[tokens[index].Start..tokens[last - 1].End];
        if (letters == 0 || (figures == 0 && (letters is < 3 or > 4 || tokens[index].Entry != 0 || chunk is "lol" or "ill" or "bill" or "boss" or "sis" or "boil" or "soil" or "oil")))
        {
            return 0;
        }

        Span<char> read = stackalloc char[chunk.Length];
        for (var at = 0; at < chunk.Length; at++)
        {
            read[at] = chunk[at] switch { 'o' or 'q' => '0', 'i' or 'l' => '1', 'z' => '2', 's' => '5', 'b' => '8', var digit => digit };
        }

        AddLiteral(read, index);
        return last - index;
    }

    private int AddWord(NumberWord number, int token)
    {
        Add(new DigitItem(ItemKind.Word, number, token, 0, 0));
        return 1;
    }

    private int AddLiteral(ReadOnlySpan<char> digits, int token)
    {
        while (_digitCount + digits.Length > _digits.Length)
        {
            Array.Resize(ref _digits, _digits.Length * 2);
        }

        digits.CopyTo(_digits.AsSpan(_digitCount));
        Add(new DigitItem(ItemKind.Literal, default, token, _digitCount, digits.Length));
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
