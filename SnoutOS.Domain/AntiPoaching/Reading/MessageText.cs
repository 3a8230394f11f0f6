using System.Text;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>A message taken apart: folded, in tokens, and the words among them in a row.</summary>
internal sealed class MessageText
{
    /// <summary>Put between messages that are read together.</summary>
    public const char BoundaryMark = '\uF8F8';

    private readonly KnownWords _known = new();
    private readonly Letters _letters = new();
    private readonly Disguises _disguises = new();
    private Token[] _tokens = new Token[256];
    private int[] _words = new int[256];
    private int[] _sentences = new int[256];

    public FoldedText Folded { get; } = new();

    public int Count { get; private set; }

    public int WordCount { get; private set; }

    /// <summary>One bit for the words that are there, 64 kinds of them: what has no bit in common is not there.</summary>
    public ulong Present { get; private set; }

    /// <summary>Everything that the words and signs are about.</summary>
    public Topic Topics { get; private set; }

    /// <summary>Every trait that some word has.</summary>
    public WordTraits Traits { get; private set; }

    /// <summary>How many signs and emoji there are.</summary>
    public int SignCount { get; private set; }

    /// <summary>How many digits are written as figures.</summary>
    public int FigureCount { get; private set; }

    /// <summary>How many of them are no dose, time or price.</summary>
    public int FreeCount { get; private set; }

    /// <summary>How many words are number words.</summary>
    public int NumeralCount { get; private set; }

    /// <summary>How often a word, a sign or an emoji is the same as the one before.</summary>
    public int RepeatCount { get; private set; }

    /// <summary>The longest row of words that are numbers or sound like one.</summary>
    public int LongestCount { get; private set; }

    /// <summary>Whether this is several messages.</summary>
    public bool HasBoundary { get; private set; }

    /// <summary>Whether letters and figures stand together without a space, and it is no unit.</summary>
    public bool IsMixed => _disguises.IsMixed;

    /// <summary>How often a single letter stands beside another.</summary>
    public int LetterCount => _disguises.Singles;

    /// <summary>Whether some sign of these stands right before a word or figures.</summary>
    public bool HasInner(char sign, char other = ' ', char third = ' ') =>
        (_disguises.InnerSigns & (Disguises.BitOf(sign) | (other == ' ' ? 0 : Disguises.BitOf(other)) | (third == ' ' ? 0 : Disguises.BitOf(third)))) != 0;

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>The tokens that phrases are made of: words, numbers, and the emoji that mean something.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, WordCount);

    /// <summary>Which sentence each of the words stands in.</summary>
    public ReadOnlySpan<int> Sentences => _sentences.AsSpan(0, WordCount);

    public ReadOnlySpan<char> TextOf(in Token token) => Folded.Chars.Slice(token.Start, token.Length);

    public void Read(ReadOnlySpan<char> original)
    {
        Folded.Read(original);
        HasBoundary = !Folded.IsPlain && Folded.Chars.Contains(BoundaryMark);
        _letters.Read(Folded);
        _disguises.Clear();
        Split(original);
        Count = _disguises.MayBe ? WordRepair.Apply(Folded.Chars, _tokens, Count) : Count;
        CollectWords();
    }

    private void Split(ReadOnlySpan<char> original)
    {
        var chars = Folded.Chars;
        var (index, count, glued) = (0, 0, false);
        while (index < chars.Length)
        {
            var c = chars[index];
            if (c is ' ')
            {
                index++;
                glued = false;
                continue;
            }

            if (count + 1 >= _tokens.Length)
            {
                Array.Resize(ref _tokens, _tokens.Length * 2);
            }

            ref var token = ref _tokens[count++];
            if (Letters.Is(c))
            {
                ReadWord(chars, index, glued, out token);
                if (count > 1 && (glued || token.Length == 1 || token.Traits.Has(WordTraits.GoesOn)))
                {
                    _disguises.NoteWord(chars, in _tokens[count - 2], in token);
                }

                (index, glued) = (token.End, true);
                continue;
            }

            var bracketed = IsBracketedSign(chars, index);
            token = Next(chars, bracketed ? index + 1 : index, original, glued);
            if (count > 1)
            {
                _disguises.NoteOther(chars, in _tokens[count - 2], in token);
            }

            (index, glued) = bracketed ? (index + 3, true) : (token.End, token.Kind is not (TokenKind.NewLine or TokenKind.Boundary));
        }

        Count = count;
    }

    /// <summary>An apostrophe between letters belongs to the word.</summary>
    private void ReadWord(ReadOnlySpan<char> chars, int start, bool glued, out Token token)
    {
        var (end, hasApostrophe) = (_letters.EndOfRun(start), false);
        while (end + 1 < chars.Length && chars[end] == '\'' && Letters.Is(chars[end + 1]))
        {
            (end, hasApostrophe) = (_letters.EndOfRun(end + 1), true);
        }

        var note = _known.Find(chars[start..end], hasApostrophe, out var hash);
        token = new Token(TokenKind.Word, start, end - start, note.Entry, glued, hash, note.Traits);
    }

    /// <summary>"(@)", "[.]": the sign alone is meant.</summary>
    private static bool IsBracketedSign(ReadOnlySpan<char> chars, int index) =>
        chars[index] is '(' or '[' or '{' or '<' && index + 2 < chars.Length && chars[index + 1] is '@' or '.' && chars[index + 2] is ')' or ']' or '}' or '>';

    private Token Next(ReadOnlySpan<char> chars, int index, ReadOnlySpan<char> original, bool glued)
    {
        var c = chars[index];
        if (char.IsAsciiDigit(c))
        {
            var end = index + 1;
            while (end < chars.Length && char.IsAsciiDigit(chars[end]))
            {
                end++;
            }

            return new Token(TokenKind.Digits, index, end - index, Lexicon.DigitsEntry, glued, Lexicon.DigitsHash);
        }

        return c switch
        {
            '\n' => new Token(TokenKind.NewLine, index, 1, 0, glued),
            BoundaryMark => new Token(TokenKind.Boundary, index, 1, 0, glued),
            '@' => new Token(TokenKind.Symbol, index, 1, Lexicon.AtEntry, glued),
            < (char)0x80 => new Token(TokenKind.Symbol, index, 1, 0, glued),
            _ => Emoji(index, original, glued),
        };
    }

    private Token Emoji(int index, ReadOnlySpan<char> original, bool glued)
    {
        var start = Folded.OriginalStart(index);
        return Rune.DecodeFromUtf16(original[start..], out var rune, out var length) == System.Buffers.OperationStatus.Done
            ? new Token(TokenKind.Emoji, index, 1, Lexicon.FindEmoji(rune.Value), glued, WordHash.Of(original.Slice(start, length)))
            : new Token(TokenKind.Emoji, index, 1, 0, glued);
    }

    private void CollectWords()
    {
        if (_words.Length < Count)
        {
            Array.Resize(ref _words, _tokens.Length);
            Array.Resize(ref _sentences, _tokens.Length);
        }

        var (words, sentence, signs, figures, free) = (0, 0, 0, 0, 0);
        var (numerals, row, longest, repeats) = (0, 0, 0, 0);
        var before = 0UL;
        var (present, topics, traits) = (0UL, Topic.None, WordTraits.None);
        var tokens = Tokens;
        var (places, sentences) = (_words, _sentences);
        for (var index = 0; index < tokens.Length; index++)
        {
            ref readonly var token = ref tokens[index];
            if (token.Kind <= TokenKind.Digits || token.Entry != 0)
            {
                var about = Lexicon.TopicsOf(token.Entry);
                present |= 1UL << (token.Entry & 63);
                topics |= about;
                traits |= token.Traits;
                if (token.Kind == TokenKind.Digits)
                {
                    figures += token.Length;
                    free += UsedFigures.Are(this, index, index, token.Length) ? 0 : token.Length;
                }

                numerals += about.Has(Topic.Numeral) ? 1 : 0;
                row = about.Has(Topic.Digits | Topic.Numeral | Topic.Sound) || token.Traits.Has(WordTraits.Sounds) ? row + 1 : row > 2 && about.Has(Topic.Lead) ? row : 0;
                longest = Math.Max(longest, row);
                sentences[words] = sentence;
                places[words++] = index;
            }
            else if (EndsSentence(tokens, index))
            {
                sentence++;
            }

            signs += token.Kind is TokenKind.Symbol or TokenKind.Emoji ? 1 : 0;
            var same = token.Hash != 0 ? token.Hash : Folded[token.Start];
            repeats += same == before ? 1 : 0;
            before = same;
        }

        (WordCount, SignCount, FigureCount, FreeCount) = (words, signs, figures, free);
        (NumeralCount, LongestCount, RepeatCount) = (numerals, longest, repeats);
        (Present, Topics, Traits) = (present, topics, traits);
    }

    /// <summary>A stop does; three dots only trail off.</summary>
    private bool EndsSentence(ReadOnlySpan<Token> tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Kind is TokenKind.NewLine or TokenKind.Boundary)
        {
            return true;
        }

        return token.Kind == TokenKind.Symbol && Folded[token.Start] is '.' or '!' or '?'
            && (index + 1 == tokens.Length || !tokens[index + 1].IsGlued)
            && !(Folded[token.Start] == '.' && index >= 2 && Folded[token.Start - 1] == '.' && Folded[token.Start - 2] == '.');
    }
}
