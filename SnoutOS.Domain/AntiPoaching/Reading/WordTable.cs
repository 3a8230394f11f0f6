using System.Numerics;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>What is known about words by their hashes; filled once.</summary>
internal sealed class WordTable
{
    private readonly (ulong Hash, WordNote Note)[] _slots;
    private readonly int _mask;

    public WordTable(IReadOnlyCollection<KeyValuePair<ulong, WordNote>> notes)
    {
        _mask = (int)BitOperations.RoundUpToPowerOf2(((uint)notes.Count * 2) + 1) - 1;
        _slots = new (ulong, WordNote)[_mask + 1];
        foreach (var (hash, note) in notes)
        {
            var slot = (int)(hash >> 40) & _mask;
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
        var slot = (int)(hash >> 40) & _mask;
        while (_slots[slot].Hash != hash && _slots[slot].Hash != 0)
        {
            slot = (slot + 1) & _mask;
        }

        note = _slots[slot].Note;
        return _slots[slot].Hash != 0;
    }
}
