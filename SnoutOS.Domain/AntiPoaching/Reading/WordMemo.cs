using System.Runtime.InteropServices;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>
/// Remembers what the words of late came to, and is asked first: people use the same words over and over. A newer word
/// takes the place of an older one.
/// </summary>
internal sealed class WordMemo
{
    private const int Size = 16_384;

    private readonly Slot[] _slots = new Slot[Size];

    public bool TryFind(ulong hash, out WordNote note)
    {
        var slot = _slots[(int)hash & (Size - 1)];
        note = slot.Note;
        return slot.Half == HalfOf(hash);
    }

    public void Keep(ulong hash, WordNote note) => _slots[(int)hash & (Size - 1)] = new Slot(HalfOf(hash), note);

    private static uint HalfOf(ulong hash) => (uint)(hash >> 32) | 1;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Half, WordNote Note);
}
