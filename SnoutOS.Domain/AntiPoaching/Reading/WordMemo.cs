using System.Runtime.InteropServices;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>
/// Remembers what the words of late came to, and is asked first: people use the same words over and over. A newer word
/// takes the place of an older one.
/// </summary>
internal sealed class WordMemo
{
    private const int Bits = 14;

    private readonly Slot[] _slots = new Slot[1 << Bits];

    public bool TryFind(ulong hash, out WordNote note)
    {
        var (place, half) = (PlaceOf(hash), HalfOf(hash));
        var slot = _slots[place];
        if (slot.Half != half)
        {
            slot = _slots[place ^ 1];
        }

        note = slot.Note;
        return slot.Half == half;
    }

    /// <summary>Each word has two places; the one that was there moves to the other.</summary>
    public void Keep(ulong hash, WordNote note)
    {
        var place = PlaceOf(hash);
        _slots[place ^ 1] = _slots[place].Half == 0 ? _slots[place ^ 1] : _slots[place];
        _slots[place] = new Slot(HalfOf(hash), note);
    }

    private static int PlaceOf(ulong hash) => (int)(hash >> (64 - Bits));

    private static uint HalfOf(ulong hash) => (uint)hash | 1;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Half, WordNote Note);
}
