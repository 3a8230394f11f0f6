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

    private char[] _chars = new char[512];
    private int[] _starts = new int[513];
    private int[] _ends = new int[512];
    private bool[] _capitals = new bool[512];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>Whether the message turns the direction of writing around.</summary>
    public bool IsTurned { get; private set; }

    public char this[int index] => _chars[index];

    public void Read(ReadOnlySpan<char> original)
    {
        (Length, IsTurned) = (0, false);
        var index = 0;
        while (index < original.Length)
        {
            var c = original[index];
            if (char.IsSurrogate(c))
            {
                index += ReadRune(original, index);
                continue;
            }

            IsTurned |= c is '\u202E' or '\u202D' or '\u2067';
            var read = Folding.Of(c);
            if (read == Folding.Expanded)
            {
                foreach (var part in Folding.Expansion(c))
                {
                    Add(part, index, index + 1, char.IsUpper(c));
                }
            }
            else if (read != Folding.Dropped)
            {
                Add(read, index, index + 1, char.IsUpper(c));
            }

            index++;
        }
    }

    /// <summary>Whether the character was written large.</summary>
    public bool IsCapital(int index) => _capitals[index];

    /// <summary>Where in the original the character began.</summary>
    public int OriginalStart(int index) => _starts[index];

    /// <summary>Where in the original the character ended.</summary>
    public int OriginalEnd(int index) => _ends[index];

    private int ReadRune(ReadOnlySpan<char> original, int index)
    {
        if (Rune.DecodeFromUtf16(original[index..], out var rune, out var consumed) != System.Buffers.OperationStatus.Done)
        {
            return 1;
        }

        if (!Folding.TryFold(rune, out var read))
        {
            Add(Emoji, index, index + consumed);
        }
        else if (read != Folding.Dropped)
        {
            Add(read, index, index + consumed);
        }

        return consumed;
    }

    private void Add(char c, int start, int end, bool capital = false)
    {
        if (Length == _chars.Length)
        {
            Array.Resize(ref _chars, Length * 2);
            Array.Resize(ref _starts, Length * 2);
            Array.Resize(ref _ends, Length * 2);
            Array.Resize(ref _capitals, Length * 2);
        }

        _chars[Length] = c;
        _starts[Length] = start;
        _capitals[Length] = capital;
        _ends[Length++] = end;
    }
}
