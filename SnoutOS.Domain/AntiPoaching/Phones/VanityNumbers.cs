using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>Numbers whose end is a word on the keys: 555-01HI, 720-555-WALK.</summary>
internal static class VanityNumbers
{
    private const string Keys = "22233344455566677778889999";

    public static bool Find(MessageReading reading, DigitAtoms atoms, in PhoneContext context, FindingList findings)
    {
        for (var first = 0; first < atoms.Count; first++)
        {
            if (atoms[first].Length != 3 && atoms[first].Length != 6 && atoms[first].Length != 8)
            {
                continue;
            }

            for (var last = first; last < atoms.Count && atoms.Digits(first, last).Length <= 9 && (last == first || atoms[last].Before is Gap.Tight or Gap.Led); last++)
            {
                if (atoms.Digits(first, last).Length is >= 3 and <= 9 && Try(reading, atoms, first, last, context, findings))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Try(MessageReading reading, DigitAtoms atoms, int first, int last, in PhoneContext context, FindingList findings)
    {
        var text = reading.Text;
        Span<char> digits = stackalloc char[24];
        var known = atoms.Digits(first, last);
        known.CopyTo(digits);
        var (length, token, end, joined) = (known.Length, atoms[last].LastToken + 1, -1, false);
        while (token < text.Count && length < 11)
        {
            ref readonly var next = ref text.Tokens[token];
            if (next.Kind == TokenKind.Word && length + next.Length <= 11)
            {
                if (!next.IsGlued && !text.Folded.IsCapital(next.Start))
                {
                    break;
                }

                joined |= next.IsGlued;
                foreach (var c in text.TextOf(next))
                {
                    digits[length++] = c is >= 'a' and <= 'z' ? Keys[c - 'a'] : '0';
                }

                end = token;
            }
            else if (next.Kind == TokenKind.Digits && end >= 0 && length + next.Length <= 11)
            {
                text.TextOf(next).CopyTo(digits[length..]);
                length += next.Length;
                end = token;
            }
            else if (next.Kind != TokenKind.Symbol || text.Folded[next.Start] is not ('-' or '.'))
            {
                break;
            }

            if (end == token && length == 7 && joined && digits[0] >= '2' && text.Folded.IsCapital(text.Tokens[token].Start) && (context.IsSelf || context.IsTelephone || context.IsPuzzle || text.Topics.Has(Topic.My) || AreCapitals(text, token)))
            {
                findings.Add(FindingType.PhoneNumber, reading, atoms[first].FirstToken, end, .6, "phone.vanity");
                return true;
            }

            if (end == token && length is 10 or 11 && (joined || context.IsSelf || context.IsPuzzle) && NumberShapes.Of(digits[..length], false, reading.Region) == NumberShape.National && !NumberShapes.IsTollFree(digits[..length]))
            {
                findings.Add(FindingType.PhoneNumber, reading, atoms[first].FirstToken, end, context.IsSelf || context.IsPuzzle ? .8 : .6, "phone.vanity");
                return true;
            }

            token++;
        }

        return false;
    }

    /// <summary>"555-WALK": four capitals behind the exchange.</summary>
    private static bool AreCapitals(MessageText text, int token)
    {
        ref readonly var word = ref text.Tokens[token];
        for (var at = word.Start; at < word.End; at++)
        {
            if (!text.Folded.IsCapital(at))
            {
                return false;
            }
        }

        return word.Length == 4;
    }
}
