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

    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = (uint)word.Length;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 0x9E3779B1;
            hash ^= hash >> 15;
        }

        return (int)(hash & int.MaxValue);
    }
}
