using System.Buffers;
using System.Text;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>
/// A message as it reads once disguises are taken off, with the way back to where each character stood. Its buffers are
/// used again for the next message.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>Stands for one emoji or other symbol beyond the first plane.</summary>
    public const char Emoji = '\uFFFC';

    private const int Padding = 64;

    private char[] _original = new char[512];
    private char[] _chars = new char[512 + Padding];
    private int[] _starts = new int[512 + Padding];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>The same, and at least one block of nothing behind it.</summary>
    public ReadOnlySpan<char> Padded => _chars.AsSpan(0, Length + Padding);

    /// <summary>Whether the message is of everyday characters alone, each where it stood.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Whether the message turns the direction of writing around.</summary>
    public bool IsTurned { get; private set; }

    public char this[int index] => _chars[index];

    public void Read(ReadOnlySpan<char> original)
    {
        IsTurned = false;
        if (_original.Length < original.Length)
        {
            var size = Math.Max(original.Length, _original.Length * 2);
            (_original, _chars, _starts) = (new char[size], new char[size + Padding], new int[size + Padding]);
        }

        original.CopyTo(_original);
        IsPlain = Letters.ArePlain(original);
        if (IsPlain)
        {
            Ascii.ToLower(original, _chars, out _);
            Length = original.Length;
        }
        else
        {
            Unfold(original);
        }

        _chars.AsSpan(Length, Padding).Clear();
    }

    /// <summary>Whether the character was written large.</summary>
    public bool IsCapital(int index) => char.IsUpper(_original[OriginalStart(index)]);

    /// <summary>The character as it was written.</summary>
    public char OriginalAt(int index) => _original[OriginalStart(index)];

    /// <summary>Where in the original the character began.</summary>
    public int OriginalStart(int index) => IsPlain ? index : _starts[index];

    /// <summary>Where in the original the character ended.</summary>
    public int OriginalEnd(int index)
    {
        var start = OriginalStart(index);
        return char.IsHighSurrogate(_original[start]) ? start + 2 : start + 1;
    }

    private void Unfold(ReadOnlySpan<char> original)
    {
        Length = 0;
        for (var index = 0; index < original.Length; index++)
        {
            var c = original[index];
            var read = Folding.Of(c);
            if (read is not (Folding.Dropped or Folding.Expanded) && !char.IsSurrogate(c))
            {
                Add(read, index);
            }
            else if (read == Folding.Expanded)
            {
                foreach (var part in Folding.Expansion(c))
                {
                    Add(part, index);
                }
            }
            else if (char.IsSurrogate(c))
            {
                index += ReadRune(original, index) - 1;
            }
            else
            {
                IsTurned |= c is '\u202E' or '\u202D' or '\u2067';
            }
        }
    }

    private int ReadRune(ReadOnlySpan<char> original, int index)
    {
        if (Rune.DecodeFromUtf16(original[index..], out var rune, out var consumed) != OperationStatus.Done)
        {
            return 1;
        }

        if (!Folding.TryFold(rune, out var read))
        {
            Add(Emoji, index);
        }
        else if (read != Folding.Dropped)
        {
            Add(read, index);
        }

        return consumed;
    }

    private void Add(char c, int start)
    {
        if (Length + Padding == _chars.Length)
        {
            Array.Resize(ref _chars, (Length * 2) + Padding);
            Array.Resize(ref _starts, (Length * 2) + Padding);
        }

        _chars[Length] = c;
        _starts[Length++] = start;
    }
}
