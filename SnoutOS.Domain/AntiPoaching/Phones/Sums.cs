using System.Globalization;
using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>Figures that are to be worked out: "five hundred fifty plus five, 0117 and one more, 5x111".</summary>
internal sealed class Sums
{
    private const int Longest = 15;
    private const int National = 10;
    private const double Suspected = .55;
    private const double Worked = .65;

    private readonly char[] _digits = new char[64];
    private readonly char[] _said = new char[12];
    private int _length;
    private int _sums;

    public bool Find(MessageReading reading, DigitAtoms atoms, in PhoneContext context, FindingList findings)
    {
        if (reading.Text.Topics.Has(Topic.Claim) && !context.HasArea && !context.IsTelephone)
        {
            return false;
        }

        var isSpoken = context.IsTelephone || context.IsPuzzle || context.HasArea || context.IsSelf;
        for (var isDashMinus = 0; isDashMinus < 2; isDashMinus++)
        {
            if (!Work(reading.Text, atoms, isDashMinus == 1) || _sums == 0)
            {
                continue;
            }

            var shape = NumberShapes.Of(_digits.AsSpan(0, _length), hasPlus: false, reading.Region);
            var sure = shape is NumberShape.National or NumberShape.Mobile || (isSpoken && IsNumberAtAnEnd(reading.Region)) ? Worked
                : isDashMinus == 1 ? 0
                : context.HasArea && _length >= 4 ? Suspected
                : (context.IsTelephone || context.IsPuzzle) && _sums > 1 && _length >= 6 ? Suspected
                : shape == NumberShape.Local && (context.IsTelephone || context.IsPuzzle) ? Suspected : 0;
            if (sure > 0)
            {
                findings.Add(FindingType.PhoneNumber, reading, atoms[0].FirstToken, atoms[atoms.Count - 1].LastToken, sure, "phone.sum");
                return true;
            }
        }

        return false;
    }

    /// <summary>A number, and a figure or two that has nothing to do with it.</summary>
    private bool IsNumberAtAnEnd(string region) =>
        _length is > National and < National + 4
        && (NumberShapes.Of(_digits.AsSpan(0, National), hasPlus: false, region) == NumberShape.National || NumberShapes.Of(_digits.AsSpan(_length - National, National), hasPlus: false, region) == NumberShape.National);

    /// <summary>Puts together what all sums come to.</summary>
    private bool Work(MessageText text, DigitAtoms atoms, bool isDashMinus)
    {
        (_length, _sums) = (0, 0);
        for (var index = 0; index < atoms.Count;)
        {
            if (UsedFigures.Are(text, atoms[index].FirstToken, atoms[index].LastToken, atoms[index].Length) || atoms[index].Length > 6)
            {
                return false;
            }

            var (value, width) = (Value(atoms, index), WidthOf(atoms, index));
            var next = index + 1;
            while (next < atoms.Count && atoms[next].Length <= 6 && Between(text, atoms[next - 1].LastToken + 1, atoms[next].FirstToken, isDashMinus) is var sign and not ' ')
            {
                (value, width) = (Apply(sign, value, Value(atoms, next)), Math.Max(width, WidthOf(atoms, next)));
                (next, _sums) = (next + 1, _sums + 1);
                if (value is < 0 or > 9_999_999)
                {
                    return false;
                }
            }

            if (next == index + 1)
            {
                width = atoms[index].Length;
            }

            value.TryFormat(_said, out var length, default, CultureInfo.InvariantCulture);
            if (_length + Math.Max(length, width) > Longest)
            {
                return false;
            }

            for (; length < width; width--)
            {
                _digits[_length++] = '0';
            }

            _said.AsSpan(0, length).CopyTo(_digits.AsSpan(_length));
            (_length, index) = (_length + length, next);
        }

        return true;
    }

    private static int Apply(char sign, int value, int other) => sign switch
    {
        '+' => value + other,
        '-' => value - other,
        '<' => other - value,
        '*' => value < 10_000 && other < 1_000 ? value * other : -1,
        '/' => other > 0 && value % other == 0 ? value / other : -1,
        _ => -1,
    };

    private static int Value(DigitAtoms atoms, int index) => int.Parse(atoms.Digits(index, index), CultureInfo.InvariantCulture);

    /// <summary>Noughts in front are kept.</summary>
    private static int WidthOf(DigitAtoms atoms, int index) => atoms.Digits(index, index)[0] == '0' ? atoms[index].Length : 0;

    /// <summary>What is to be done with two numbers, from what stands between them; a space is nothing.</summary>
    private static char Between(MessageText text, int from, int to, bool isDashMinus)
    {
        var sign = ' ';
        for (var token = from; token < to && to - from <= 5; token++)
        {
            var found = text.Tokens[token].Kind switch
            {
                TokenKind.Word => text.TextOf(text.Tokens[token]) switch
                {
                    "plus" or "mas" or "add" or "added" or "más" => '+',
                    "minus" or "menos" or "subtract" or "moins" => '-',
                    "times" or "x" or "multiplied" or "mal" or "fois" or "por" => '*',
                    "divided" or "over" => '/',
                    "less" or "shy" or "short" or "below" or "under" or "before" => '<',
                    "more" or "past" or "above" or "after" => '+',
                    "than" or "of" or "by" or "the" or "and" or "to" => '.',
                    _ => ' ',
                },
                TokenKind.Symbol or TokenKind.Emoji => text.Folded[text.Tokens[token].Start] switch
                {
                    '+' => '+',
                    '*' or '×' or '✕' => '*',
                    '÷' => '/',
                    '/' when text.Tokens[token].IsGlued => '/',
                    '-' when isDashMinus => '-',
                    _ => ' ',
                },
                _ => ' ',
            };
            if (found == ' ')
            {
                return ' ';
            }

            sign = found == '.' ? sign : sign == ' ' ? found : sign;
        }

        return sign;
    }
}
