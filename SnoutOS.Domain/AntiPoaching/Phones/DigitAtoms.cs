using System.Globalization;
using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>What stands between one group of digits and the one before.</summary>
internal enum Gap : byte
{
    /// <summary>Nothing but separators.</summary>
    Tight,

    /// <summary>Words that only lead on: "then", "dash", "and".</summary>
    Led,

    /// <summary>The end of a message, and a few words.</summary>
    Message,

    /// <summary>Something else is being talked about.</summary>
    Wide,
}

/// <summary>A group of digits that is said in one breath.</summary>
internal readonly record struct DigitAtom(int FirstToken, int LastToken, int Start, int Length, Gap Before, bool IsSpoken);

/// <summary>The groups of digits of a message: number words put together the way people say them.</summary>
internal sealed class DigitAtoms
{
    private const int MostWordsBetweenMessages = 9;
    private const int MostTokensBetween = 16;

    private readonly DigitItems _items = new();
    private DigitAtom[] _atoms = new DigitAtom[64];
    private char[] _digits = new char[256];
    private int _digitCount;

    public int Count { get; private set; }

    public int DigitCount => _digitCount;

    public int Sounds => _items.Sounds;

    public ref readonly DigitAtom this[int index] => ref _atoms[index];

    /// <summary>The digits from one group to another.</summary>
    public ReadOnlySpan<char> Digits(int first, int last) => _digits.AsSpan(_atoms[first].Start, _atoms[last].Start + _atoms[last].Length - _atoms[first].Start);

    public void Read(MessageText text, bool bySound = false)
    {
        _items.Read(text, bySound);
        (Count, _digitCount) = (0, 0);
        for (var index = 0; index < _items.Count;)
        {
            index += ReadOne(text, index);
        }
    }

    private int ReadOne(MessageText text, int index)
    {
        ref readonly var item = ref _items[index];
        if (item.Kind is ItemKind.And or ItemKind.Times)
        {
            return 1;
        }

        if (item.Kind == ItemKind.Literal)
        {
            var digits = _items.DigitsOf(item);
            if (digits.Length == 1 && Follows(text, index) is { Kind: NumberKind.Plural } many && digits[0] is >= '2' and <= '4')
            {
                return Say(text, index, 2, many.Value, digits[0] - '0');
            }

            return digits.Length == 1 && Repeated(text, index, digits[0] - '0') is var taken and > 0 ? taken : Say(text, index, 1, digits);
        }

        return SpokenNumber(text, index, item.Number);
    }

    /// <summary>"five times three", "trois fois le cinq".</summary>
    private int Repeated(MessageText text, int index, int value)
    {
        if (index + 2 >= _items.Count || _items[index + 1].Kind != ItemKind.Times || _items[index + 1].Token - _items[index].Token > 1 || _items[index + 2].Token - _items[index + 1].Token > 2)
        {
            return 0;
        }

        ref readonly var last = ref _items[index + 2];
        var other = last is { Kind: ItemKind.Literal, Length: 1 } ? _items.DigitsOf(last)[0] - '0' : last.Number.Kind == NumberKind.Digit ? last.Number.Value : -1;
        return other is >= 2 and <= 4 ? Say(text, index, 3, value, other)
            : other >= 0 && value is >= 2 and <= 4 ? Say(text, index, 3, other, value) : 0;
    }

    private int SpokenNumber(MessageText text, int index, NumberWord number)
    {
        if (number.Kind == NumberKind.Digit && Repeated(text, index, number.Value) is var taken and > 0)
        {
            return taken;
        }

        var next = Follows(text, index);
        switch (number.Kind)
        {
            case NumberKind.Repeat when next.Kind is NumberKind.Digit or NumberKind.Sound:
                return Say(text, index, 2, next.Value, number.Value);
            case NumberKind.Repeat when index + 1 < _items.Count && _items[index + 1] is { Kind: ItemKind.Literal, Length: 1 } literal && IsNear(text, index, index + 1):
                return Say(text, index, 2, _items.DigitsOf(literal)[0] - '0', number.Value);
            case NumberKind.Repeat when Count > 0 && index > 0 && IsNear(text, index - 1, index) && _atoms[Count - 1].Length == 1:
                return Say(text, index, 1, _digits[_digitCount - 1] - '0', number.Value - 1);
            case NumberKind.Digit when next.Kind == NumberKind.Plural && number.Value is >= 2 and <= 4:
                return Say(text, index, 2, next.Value, number.Value);
            case NumberKind.Plural when next.Kind == NumberKind.Digit && next.Value is >= 2 and <= 4:
                return Say(text, index, 2, number.Value, next.Value);
            case NumberKind.Plural or NumberKind.Repeat:
                return 1;
            case NumberKind.Digit when next.Kind == NumberKind.Hundred:
                return Hundreds(text, index, 2, number.Value * 100);
            case NumberKind.Hundred or NumberKind.Hundreds:
                return Hundreds(text, index, 1, number.Value);
            case NumberKind.Digit when number.Value == 4 && next is { Kind: NumberKind.Tens, Value: 20 } && text.TextOf(text.Tokens[_items[index + 1].Token])[0] == 'v':
                return Tens(text, index, 2, 80);
            case NumberKind.Digit when IsAnd(index + 1) && Word(text, index, index + 2) is { Kind: NumberKind.Tens } tens && _items[index].Token == _items[index + 2].Token:
                return Say(text, index, 3, tens.Value + number.Value);
            case NumberKind.Teen when next.Kind == NumberKind.Hundred:
                return Hundreds(text, index, 2, number.Value * 100);
            case NumberKind.Tens:
                return Tens(text, index, 1, number.Value);
            default:
                return Say(text, index, 1, number.Value);
        }
    }

    private int Hundreds(MessageText text, int index, int taken, int value)
    {
        var at = index + taken;
        at += IsAnd(at) ? 1 : 0;
        if (at < _items.Count && _items[at] is { Kind: ItemKind.Literal, Length: 1 or 2 } figures && IsNear(text, at - 1, at))
        {
            return Say(text, index, at + 1 - index, value + int.Parse(_items.DigitsOf(figures), CultureInfo.InvariantCulture));
        }

        var rest = Word(text, at - 1, at);
        var (_, more, length) = rest.Kind switch
        {
            NumberKind.Tens => Below(text, at, rest.Value),
            NumberKind.Digit when Word(text, at, at + 1) is { Kind: NumberKind.Tens, Value: 20 } && rest.Value == 4 => Below(text, at + 1, 80, at),
            NumberKind.Digit when IsAnd(at + 1) && Word(text, at, at + 2) is { Kind: NumberKind.Tens } tens && _items[at].Token == _items[at + 2].Token => (0, tens.Value + rest.Value, 3),
            NumberKind.Digit or NumberKind.Teen when rest.Value > 0 => (0, rest.Value, 1),
            _ => (0, 0, 0),
        };
        return more == 0 ? Say(text, index, taken, value) : Say(text, index, at + length - index, value + more);
    }

    private int Tens(MessageText text, int index, int taken, int value)
    {
        var (_, more, length) = Below(text, index + taken - 1, value);
        if (more < 100 && Word(text, index + taken + length - 2, index + taken + length - 1) is { Kind: NumberKind.Hundred })
        {
            return Hundreds(text, index, taken + length, more * 100);
        }

        return Say(text, index, taken - 1 + length, more);
    }

    /// <summary>A number of tens with what follows it, and how many items that takes.</summary>
    private (int First, int Value, int Length) Below(MessageText text, int index, int tens, int? from = null)
    {
        var first = from ?? index;
        var at = index + 1;
        var joined = IsAnd(at);
        at += joined ? 1 : 0;
        var next = Word(text, at - 1, at);
        var fits = next.Kind == NumberKind.Digit && next.Value > 0 || (next.Kind == NumberKind.Teen && tens is 60 or 80 && next.Value < 20);
        return fits ? (first, tens + next.Value, at - first + 1) : (first, tens, index - first + 1);
    }

    private bool IsAnd(int index) => index < _items.Count && _items[index].Kind == ItemKind.And;

    private NumberWord Follows(MessageText text, int index) => Word(text, index, index + 1);

    /// <summary>The number word at an item, if it stands near the one before.</summary>
    private NumberWord Word(MessageText text, int before, int index) =>
        index < _items.Count && _items[index].Kind == ItemKind.Word && IsNear(text, before, index) ? _items[index].Number : default;

    private bool IsNear(MessageText text, int before, int index)
    {
        for (var token = _items[before].Token + 1; token < _items[index].Token; token++)
        {
            if (text.Tokens[token].Kind is TokenKind.NewLine or TokenKind.Boundary || (text.Tokens[token].Kind == TokenKind.Word && text.Tokens[token].Length > 3) || (text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] is not '-'))
            {
                return false;
            }
        }

        return true;
    }

    private int Say(MessageText text, int item, int taken, int value, int times = 1)
    {
        Span<char> digits = stackalloc char[12];
        var written = 0;
        for (var time = 0; time < times; time++)
        {
            value.TryFormat(digits[written..], out var more, default, CultureInfo.InvariantCulture);
            written += more;
        }

        return Say(text, item, taken, digits[..written], isSpoken: true);
    }

    private int Say(MessageText text, int item, int taken, ReadOnlySpan<char> digits, bool isSpoken = false)
    {
        while (_digitCount + digits.Length > _digits.Length)
        {
            Array.Resize(ref _digits, _digits.Length * 2);
        }

        if (Count == _atoms.Length)
        {
            Array.Resize(ref _atoms, Count * 2);
        }

        digits.CopyTo(_digits.AsSpan(_digitCount));
        var (first, last) = (_items[item].Token, _items[item + taken - 1].LastToken);
        var gap = Count == 0 ? Gap.Wide : GapBetween(text, _atoms[Count - 1].LastToken + 1, first);
        _atoms[Count++] = new DigitAtom(first, last, _digitCount, digits.Length, gap, isSpoken);
        _digitCount += digits.Length;
        return taken;
    }

    /// <summary>A colon before a space: what follows is something new.</summary>
    private static bool IsColon(MessageText text, int token) =>
        text.Tokens[token].Kind == TokenKind.Symbol && text.Folded[text.Tokens[token].Start] == ':' && token + 1 < text.Count && !text.Tokens[token + 1].IsGlued;

    private static Gap GapBetween(MessageText text, int from, int to)
    {
        if (to - from > MostTokensBetween && !text.HasBoundary)
        {
            return Gap.Wide;
        }

        var (words, led, messages) = (0, 0, 0);
        for (var token = from; token < to; token++)
        {
            ref readonly var between = ref text.Tokens[token];
            var topics = Lexicon.TopicsOf(between.Entry);
            var leads = topics.Has(Topic.Lead);
            messages += between.Kind == TokenKind.Boundary ? 1 : 0;
            words += (between.Kind == TokenKind.Word && !leads) || IsColon(text, token) ? 1 : 0;
            led += leads ? 1 : 0;
            if (topics.Has(Topic.Unit) || (words > 0 && (words > MostWordsBetweenMessages || !text.HasBoundary)))
            {
                return Gap.Wide;
            }
        }

        return messages > 0 ? Gap.Message
            : words > 0 || to - from > MostTokensBetween ? Gap.Wide
            : led > 0 ? Gap.Led : Gap.Tight;
    }
}
