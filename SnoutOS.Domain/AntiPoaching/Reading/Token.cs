using System.Runtime.InteropServices;

namespace SnoutOS.Domain.AntiPoaching.Reading;

internal enum TokenKind : byte
{
    Word,
    Digits,
    Symbol,
    Emoji,
    NewLine,

    /// <summary>Between one message and the next.</summary>
    Boundary,
}

/// <summary>A word, a run of digits, or one symbol of a folded text.</summary>
/// <param name="Entry">What the lexicon knows about it; 0 is nothing.</param>
/// <param name="IsGlued">Nothing stands between it and the token before.</param>
/// <param name="Hash">
/// <see cref="WordHash"/> of the word that was meant, without apostrophes; of "#" for any digits; 0 for what is neither
/// word nor digits nor an emoji.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenKind Kind, int Start, int Length, ushort Entry, bool IsGlued, ulong Hash = 0, WordTraits Traits = WordTraits.None)
{
    public int End => Start + Length;
}
