using System.Runtime.InteropServices;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>What a word is in the lexicon, and which names it may be a piece of.</summary>
/// <param name="IsMended">The word of the entry was meant, and another was written.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordNote(ushort Entry, NamePiece Piece, bool IsMended = false);

/// <summary>What a word may be of a name that was cut in pieces.</summary>
[Flags]
internal enum NamePiece : byte
{
    None = 0,
    Starts = 1,
    GoesOn = 2,
}
