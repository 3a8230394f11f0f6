namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Whether anything in a message may be a word in disguise, noted while it is taken apart: in most nothing is.</summary>
internal sealed class Disguises
{
    private const int FewestSingles = 3;

    private bool _seen;
    private int _singles;

    public bool MayBe => _seen || _singles >= FewestSingles;

    /// <summary>Whether letters and figures stand together.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>How often a single letter stands beside another.</summary>
    public int Singles => _singles;

    /// <summary>One bit for each sign that stands right before a word or figures.</summary>
    public ulong InnerSigns { get; private set; }

    public static ulong BitOf(char sign) => sign is >= ' ' and <= '_' ? 1UL << (sign & 63) : 0;

    public void Clear() => (_seen, _singles, IsMixed, InnerSigns) = (false, 0, false, 0);

    public void NoteWord(ReadOnlySpan<char> text, in Token before, in Token word)
    {
        _singles += word.Length == 1 && before.Length == 1 ? 1 : 0;
        if (word.IsGlued)
        {
            InnerSigns |= before.Kind == TokenKind.Symbol ? BitOf(text[before.Start]) : 0;
            IsMixed |= before.Kind == TokenKind.Digits && !Lexicon.TopicsOf(word.Entry).Has(Topic.Unit);
            _seen |= IsMixed || WordRepair.IsFigure(text, before);
        }

        if (word.Traits.Has(WordTraits.GoesOn))
        {
            _seen |= before.Traits.Has(WordTraits.Starts) ? NamePieces.Begin(text.Slice(before.Start, before.Length), text.Slice(word.Start, word.Length)) : before.Kind == TokenKind.Symbol && text[before.Start] == '-';
        }
    }

    public void NoteOther(ReadOnlySpan<char> text, in Token before, in Token token)
    {
        _singles += token.Kind == TokenKind.Symbol && text[token.Start] is '@' or '$' ? 1 : 0;
        InnerSigns |= token is { Kind: TokenKind.Digits, IsGlued: true } && before.Kind == TokenKind.Symbol ? BitOf(text[before.Start]) : 0;
        IsMixed |= token is { Kind: TokenKind.Digits, IsGlued: true } && before.Kind == TokenKind.Word;
        _seen |= token.IsGlued && before.Kind == TokenKind.Word && (token.Kind == TokenKind.Digits || (token.Kind == TokenKind.Symbol && text[token.Start] is '@' or '$'));
    }
}
