using System.Numerics;
using System.Runtime.Intrinsics;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>One bit for each character of a folded text: whether it is a letter. Runs of them are found by counting bits.</summary>
internal sealed class Letters
{
    private const int Bits = 64;

    private ulong[] _bits = new ulong[8];

    public static bool Is(char c) => char.IsAsciiLetterLower(c) || (c >= 0x80 && char.IsLetter(c));

    public void Read(FoldedText text)
    {
        var needed = (text.Length / Bits) + 2;
        if (_bits.Length < needed)
        {
            _bits = new ulong[Math.Max(needed, _bits.Length * 2)];
        }

        var padded = text.Padded;
        for (var block = 0; block < needed - 1; block++)
        {
            var chars = padded.Slice(block * Bits, Bits);
            _bits[block] = Plain(chars) | (text.IsPlain ? 0 : Others(chars));
        }

        _bits[needed - 1] = 0;
    }

    /// <summary>Where the letters that begin at a place end.</summary>
    public int EndOfRun(int index)
    {
        var bits = _bits;
        for (var block = index / Bits; ; block++)
        {
            var rest = ~bits[block] >> (index % Bits);
            if (rest != 0)
            {
                return index + BitOperations.TrailingZeroCount(rest);
            }

            index = (block + 1) * Bits;
        }
    }

    /// <summary>Whether all characters are those that can be typed on any keyboard.</summary>
    public static bool ArePlain(ReadOnlySpan<char> chars)
    {
        ref var first = ref System.Runtime.CompilerServices.Unsafe.As<char, ushort>(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(chars));
        var at = 0;
        for (; at + Vector128<ushort>.Count <= chars.Length; at += Vector128<ushort>.Count)
        {
            if (Vector128.GreaterThanAny(Vector128.LoadUnsafe(ref first, (nuint)at) - Vector128.Create((ushort)' '), Vector128.Create((ushort)('~' - ' '))))
            {
                return false;
            }
        }

        for (; at < chars.Length; at++)
        {
            if (chars[at] is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static ulong Plain(ReadOnlySpan<char> chars)
    {
        var bits = 0UL;
        ref var first = ref System.Runtime.CompilerServices.Unsafe.As<char, ushort>(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(chars));
        for (var at = 0; at < Bits; at += Vector128<byte>.Count)
        {
            var narrow = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref first, (nuint)at), Vector128.LoadUnsafe(ref first, (nuint)(at + Vector128<ushort>.Count)));
            var isLetter = Vector128.LessThan(narrow - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
            bits |= (ulong)isLetter.ExtractMostSignificantBits() << at;
        }

        return bits;
    }

    private static ulong Others(ReadOnlySpan<char> chars)
    {
        var bits = 0UL;
        for (var at = chars.IndexOfAnyExceptInRange('\0', '\u007F'); at >= 0 && at < Bits; at++)
        {
            bits |= chars[at] >= 0x80 && char.IsLetter(chars[at]) ? 1UL << at : 0;
        }

        return bits;
    }
}
