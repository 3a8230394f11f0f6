using System.Text;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>A message taken apart: folded, in tokens, and the words among them in a row.</summary>
internal sealed class MessageText
{
    /// <summary>Put between messages that are read together.</summary>
    public const char BoundaryMark = '\uF8F8';

    private readonly KnownWords _known = new();
    private readonly Disguises _disguises = new();
    private Token[] _tokens = new Token[256];
    private int[] _words = new int[256];
    private int[] _sentences = new int[256];

    public FoldedText Folded { get; } = new();

    public int Count { get; private set; }

    public int WordCount { get; private set; }

    /// <summary>One bit for the words that are there, 64 kinds of them: what has no bit in common is not there.</summary>
    public ulong Present { get; private set; }

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>The tokens that phrases are made of: words, numbers, and the emoji that mean something.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, WordCount);

    /// <summary>Which sentence each of the words stands in.</summary>
    public ReadOnlySpan<int> Sentences => _sentences.AsSpan(0, WordCount);

    public ReadOnlySpan<char> TextOf(in Token token) => Folded.Chars.Slice(token.Start, token.Length);

    public void Read(ReadOnlySpan<char> original)
    {
        Folded.Read(original);
        _disguises.Clear();
        Count = 0;
        Split(original);
        Count = _disguises.MayBe ? WordRepair.Apply(Folded.Chars, _tokens, Count) : Count;
        CollectWords();
    }

    private void Split(ReadOnlySpan<char> original)
    {
        var chars = Folded.Chars;
        var (index, glued) = (0, false);
        while (index < chars.Length)
        {
            var c = chars[index];
            if (c is ' ')
            {
                index++;
                glued = false;
                continue;
            }

            if (Count == _tokens.Length)
            {
                Array.Resize(ref _tokens, Count * 2);
            }

            var bracketed = IsBracketedSign(chars, index);
            ref var token = ref _tokens[Count];
            token = Next(chars, bracketed ? index + 1 : index, original, glued);
            if (Count > 0)
            {
                _disguises.Note(chars, _tokens[Count - 1], token);
            }

            Count++;
            (index, glued) = bracketed ? (index + 3, true) : (token.End, token.Kind is not (TokenKind.NewLine or TokenKind.Boundary));
        }
    }

    /// <summary>"(@)", "[.]": the sign alone is meant.</summary>
    private static bool IsBracketedSign(ReadOnlySpan<char> chars, int index) =>
        chars[index] is '(' or '[' or '{' or '<' && index + 2 < chars.Length && chars[index + 1] is '@' or '.' && chars[index + 2] is ')' or ']' or '}' or '>';

    private Token Next(ReadOnlySpan<char> chars, int index, ReadOnlySpan<char> original, bool glued)
    {
        var c = chars[index];
        if (Letters.Is(c))
        {
            var end = Letters.EndOfWord(chars, index, out var hasApostrophe);
            var note = _known.Find(chars[index..end], hasApostrophe, out var hash);
            return new Token(TokenKind.Word, index, end - index, note.Entry, glued, hash, note.Piece);
        }

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

        var (words, sentence, present) = (0, 0, 0UL);
        for (var index = 0; index < Count; index++)
        {
            ref readonly var token = ref _tokens[index];
            if (token.Kind <= TokenKind.Digits || token.Entry != 0)
            {
                present |= 1UL << (token.Entry & 63);
                _sentences[words] = sentence;
                _words[words++] = index;
            }
            else if (EndsSentence(index))
            {
                sentence++;
            }
        }

        (WordCount, Present) = (words, present);
    }

    /// <summary>A stop does; three dots only trail off.</summary>
    private bool EndsSentence(int index)
    {
        ref readonly var token = ref _tokens[index];
        if (token.Kind is TokenKind.NewLine or TokenKind.Boundary)
        {
            return true;
        }

        return token.Kind == TokenKind.Symbol && Folded[token.Start] is '.' or '!' or '?'
            && (index + 1 == Count || !_tokens[index + 1].IsGlued)
            && !(Folded[token.Start] == '.' && index >= 2 && Folded[token.Start - 1] == '.' && Folded[token.Start - 2] == '.');
    }
}
