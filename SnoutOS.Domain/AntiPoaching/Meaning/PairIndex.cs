using System.Numerics;

namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>The features of words that follow one another. Most that people write are none; a few bits tell that first.</summary>
internal sealed class PairIndex
{
    private const int Bits = 1 << 17;

    private readonly ulong[] _maybe = new ulong[Bits >> 6];
    private readonly (uint Key, int Feature)[] _slots;
    private readonly int _mask;

    public PairIndex(IReadOnlyCollection<(int First, int Second, int Feature)> pairs)
    {
        _mask = (int)BitOperations.RoundUpToPowerOf2(((uint)pairs.Count * 2) + 2) - 1;
        _slots = new (uint, int)[_mask + 1];
        foreach (var (first, second, feature) in pairs)
        {
            var (key, bit) = Of(first, second);
            _maybe[bit >> 6] |= 1UL << (bit & 63);
            var slot = (int)key & _mask;
            while (_slots[slot].Feature != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = (key, feature);
        }
    }

    /// <summary>The feature of two stems, or 0.</summary>
    public int Find(int first, int second)
    {
        var (key, bit) = Of(first, second);
        return (_maybe[bit >> 6] >> (bit & 63) & 1) == 0 ? 0 : Find(key);
    }

    private int Find(uint key)
    {
        var slot = (int)key & _mask;
        while (_slots[slot].Key != key && _slots[slot].Feature != 0)
        {
            slot = (slot + 1) & _mask;
        }

        return _slots[slot].Feature;
    }

    /// <summary>Stems are numbered below 65,536, and multiplying by an odd number keeps different pairs different.</summary>
    private static (uint Key, int Bit) Of(int first, int second)
    {
        var key = (((uint)first << 16) | (uint)second) * 0x9E3779B1u;
        key = (key ^ (key >> 15)) * 0x85EBCA77u;
        return (key, (int)(key >> 15));
    }
}
