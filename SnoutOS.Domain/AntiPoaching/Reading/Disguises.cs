namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Whether anything in a message may be a word in disguise, noted while it is taken apart: in most nothing is.</summary>
internal sealed class Disguises
{
    private const int FewestSingles = 3;

    private bool _seen;
    private int _singles;

    public bool MayBe => _seen || _singles >= FewestSingles;

    public void Clear() => (_seen, _singles) = (false, 0);

    public void Note(ReadOnlySpan<char> text, in Token before, in Token token)
    {
        if (token.Kind == TokenKind.Word)
        {
            _singles += token.Length == 1 ? 1 : 0;
            _seen |= (token.Piece & NamePiece.GoesOn) != 0 && ((before.Piece & NamePiece.Starts) != 0 || before.Kind == TokenKind.Symbol && text[before.Start] == '-');
            _seen |= token.IsGlued && WordRepair.IsFigure(text, before);
        }
        else if (token.IsGlued && before.Kind == TokenKind.Word)
        {
            _seen |= token.Kind == TokenKind.Digits || (token.Kind == TokenKind.Symbol && text[token.Start] is '@' or '$');
        }
    }
}
