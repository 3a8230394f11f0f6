namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>
/// Remembers what looking closely at a word of no lexicon came to. People use the same words over and over, so nearly all
/// of them are looked at once; a newer word takes the place of an older one.
/// </summary>
internal sealed class WordMemo
{
    private const int Size = 8_192;

    private readonly (ulong Hash, WordNote Note)[] _slots = new (ulong, WordNote)[Size];

    public bool TryFind(ulong hash, out WordNote note)
    {
        ref readonly var slot = ref _slots[(int)(hash >> 40) & (Size - 1)];
        note = slot.Note;
        return slot.Hash == hash;
    }

    public void Keep(ulong hash, WordNote note) => _slots[(int)(hash >> 40) & (Size - 1)] = (hash, note);
}
