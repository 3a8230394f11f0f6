using System.Numerics;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>What is known about words by their hashes: filled once, and asked for every word of every message.</summary>
internal sealed class WordTable
{
    private readonly (ulong Hash, WordNote Note)[] _slots;
    private readonly int _mask;

    public WordTable(IReadOnlyCollection<KeyValuePair<ulong, WordNote>> notes)
    {
        _mask = (int)BitOperations.RoundUpToPowerOf2(((uint)notes.Count * 3) + 1) - 1;
        _slots = new (ulong, WordNote)[_mask + 1];
        foreach (var (hash, note) in notes)
        {
            var slot = (int)(hash >> 20) & _mask;
            while (_slots[slot].Hash != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = (hash, note);
        }
    }

    /// <summary>What is known, or nothing.</summary>
    public bool TryFind(ulong hash, out WordNote note)
    {
        var slots = _slots;
        for (var slot = (int)(hash >> 20) & _mask; (uint)slot < (uint)slots.Length; slot = (slot + 1) & _mask)
        {
            ref readonly var found = ref slots[slot];
            if (found.Hash == hash || found.Hash == 0)
            {
                note = found.Note;
                return found.Hash == hash;
            }
        }

        note = default;
        return false;
    }
}

/// <summary>What a word is in the lexicon, and which names it may be a piece of.</summary>
internal readonly record struct WordNote(ushort Entry, NamePiece Piece);

/// <summary>What a word may be of a name that was cut in pieces.</summary>
[Flags]
internal enum NamePiece : byte
{
    None = 0,
    Starts = 1,
    GoesOn = 2,
}
