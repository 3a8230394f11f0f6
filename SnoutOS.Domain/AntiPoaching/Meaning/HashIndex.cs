using System.Numerics;

namespace SnoutOS.Domain.AntiPoaching.Meaning;

/// <summary>A small number for each of many hashes; filled once. Zero stands for none.</summary>
internal sealed class HashIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly int _mask;

    public HashIndex(IReadOnlyCollection<KeyValuePair<ulong, int>> pairs)
    {
        _mask = (int)BitOperations.RoundUpToPowerOf2(((uint)pairs.Count * 2) + 2) - 1;
        (_keys, _values) = (new ulong[_mask + 1], new int[_mask + 1]);
        foreach (var (key, value) in pairs)
        {
            var slot = (int)key & _mask;
            while (_values[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            (_keys[slot], _values[slot]) = (key, value);
        }
    }

    public int Find(ulong key)
    {
        var slot = (int)key & _mask;
        while (_keys[slot] != key && _values[slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }

        return _values[slot];
    }
}
