namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>The words of the lexicon by their text: a hash table that is filled once and asked for every word of every message.</summary>
internal sealed class WordTable
{
    private readonly string[] _words;
    private readonly ushort[] _slots;
    private readonly int _mask;

    public WordTable(IReadOnlyDictionary<string, ushort> entries)
    {
        _words = new string[entries.Count + 1];
        _mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)entries.Count * 4) - 1;
        _slots = new ushort[_mask + 1];
        foreach (var (word, entry) in entries)
        {
            _words[entry] = word;
            var slot = Hash(word) & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = entry;
        }
    }

    /// <summary>The entry of a word, or 0.</summary>
    public ushort Find(ReadOnlySpan<char> word)
    {
        for (var slot = Hash(word) & _mask; _slots[slot] is var entry and not 0; slot = (slot + 1) & _mask)
        {
            if (word.SequenceEqual(_words[entry]))
            {
                return entry;
            }
        }

        return 0;
    }

    /// <summary>The first four letters, the last four and the length tell nearly all words apart.</summary>
    private static int Hash(ReadOnlySpan<char> word)
    {
        var (first, last) = word.Length >= 4
            ? (Four(word), Four(word[^4..]))
            : (word.Length > 0 ? word[0] | ((ulong)word[word.Length >> 1] << 16) : 0, word.Length > 0 ? word[^1] : 0UL);
        var hash = ((first * 0x9E3779B97F4A7C15) ^ ((last + (ulong)word.Length) * 0xC2B2AE3D27D4EB4F)) * 0x165667B19E3779F9;
        return (int)(hash >> 40);
    }

    private static ulong Four(ReadOnlySpan<char> letters) =>
        System.Runtime.InteropServices.MemoryMarshal.Read<ulong>(System.Runtime.InteropServices.MemoryMarshal.AsBytes(letters));
}
