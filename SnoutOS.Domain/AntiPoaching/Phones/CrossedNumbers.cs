using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>
/// Numbers whose parts come in several messages: what is free of doses and times in the last ones, put together, is a
/// number. The messages must be short, or speak of numbers or parts.
/// </summary>
internal sealed class CrossedNumbers
{
    private const int MostParts = 16;
    private const int FewWords = 5;
    private const int Longest = 11;

    private readonly int[] _parts = new int[MostParts];
    private readonly char[] _digits = new char[Longest + 1];

    public bool Find(MessageReading reading, DigitAtoms atoms, in PhoneContext context, FindingList findings)
    {
        var text = reading.Text;
        var (count, length) = (0, 0);
        for (var index = atoms.Count - 1; index >= 0 && count < MostParts; index--)
        {
            if (UsedFigures.Are(text, atoms[index].FirstToken, atoms[index].LastToken, atoms[index].Length))
            {
                continue;
            }

            length += atoms[index].Length;
            if (length > Longest)
            {
                return false;
            }

            _parts[count++] = index;
            if (length >= 7 && Crosses(text, atoms[index], atoms[_parts[0]]) && Judge(reading, atoms, count, length, context))
            {
                findings.Add(FindingType.PhoneNumber, reading, atoms[index].FirstToken, atoms[_parts[0]].LastToken, .6, "phone.split");
                return true;
            }
        }

        return false;
    }

    private bool Judge(MessageReading reading, DigitAtoms atoms, int count, int length, in PhoneContext context)
    {
        var text = reading.Text;
        var (first, last) = (atoms[_parts[count - 1]], atoms[_parts[0]]);
        var isShort = AreShort(text, first.FirstToken, last.LastToken);
        if (!isShort && !context.IsTelephone && !context.IsRanked && !context.HasArea && !context.IsSelf
            || NumberClaims.IsClaimed(text, first.FirstToken, last.LastToken) || NumberClaims.IsInstitution(text, first.FirstToken, last.LastToken))
        {
            return false;
        }

        if (length == 7)
        {
            Join(atoms, count, fromTheEnd: false);
            return _digits[0] >= '2' && isShort && first.Length < 7 && (count >= 5 || first.Length == 3);
        }

        Join(atoms, count, fromTheEnd: false);
        if (IsNumber(reading, length))
        {
            return true;
        }

        Join(atoms, count, fromTheEnd: true);
        return count == 3 && context.IsRanked && IsNumber(reading, length);
    }

    private bool IsNumber(MessageReading reading, int length) =>
        length >= 10 && NumberShapes.Of(_digits.AsSpan(0, length), hasPlus: false, reading.Region) is NumberShape.National or NumberShape.Mobile
        && !NumberShapes.IsTollFree(_digits.AsSpan(0, length)) && !reading.CoversNumber(_digits.AsSpan(0, length));

    private void Join(DigitAtoms atoms, int count, bool fromTheEnd)
    {
        var length = 0;
        for (var part = 0; part < count; part++)
        {
            var digits = atoms.Digits(_parts[fromTheEnd ? part : count - 1 - part], _parts[fromTheEnd ? part : count - 1 - part]);
            digits.CopyTo(_digits.AsSpan(length));
            length += digits.Length;
        }
    }

    private static bool Crosses(MessageText text, in DigitAtom first, in DigitAtom last)
    {
        for (var token = first.LastToken + 1; token < last.FirstToken; token++)
        {
            if (text.Tokens[token].Kind == TokenKind.Boundary)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the messages from one place to another have few words besides figures.</summary>
    private static bool AreShort(MessageText text, int first, int last)
    {
        while (first > 0 && text.Tokens[first - 1].Kind != TokenKind.Boundary)
        {
            first--;
        }

        var words = 0;
        for (var token = first; token < text.Count; token++)
        {
            if (text.Tokens[token].Kind == TokenKind.Boundary)
            {
                words = 0;
            }
            else if (text.Tokens[token].Kind == TokenKind.Word && !Lexicon.TopicsOf(text.Tokens[token].Entry).Has(Topic.Numeral))
            {
                words++;
            }

            if (words > FewWords && token <= last)
            {
                return false;
            }
        }

        return true;
    }
}
