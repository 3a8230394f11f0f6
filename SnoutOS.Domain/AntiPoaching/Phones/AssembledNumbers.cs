using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>
/// Numbers whose parts stand apart in the message, or in another order: "ends in 0177, before that three fives, before
/// that 503". All figures that are nothing else are put together; what comes of it must be a number, and the message must
/// speak of one.
/// </summary>
internal sealed class AssembledNumbers
{
    private const int Longest = 11;
    private const int MostParts = 12;
    private const int FewestSpelled = 4;

    private readonly char[] _digits = new char[Longest + 1];
    private readonly int[] _sizes = new int[MostParts];
    private int _count;
    private int _parts;
    private int _first;
    private int _last;

    public bool Find(MessageReading reading, DigitAtoms atoms, in PhoneContext context, FindingList findings)
    {
        if (AreSingles(atoms) && (context.IsTelephone || context.IsSelf || context.IsPuzzle || context.IsRanked) && !NumberClaims.IsClaimed(reading.Text, atoms[0].FirstToken, atoms[atoms.Count - 1].LastToken) && !NumberClaims.IsInstitution(reading.Text, atoms[0].FirstToken, atoms[atoms.Count - 1].LastToken) && IsNumber(atoms.Digits(0, atoms.Count - 1), reading.Region) && !Candidate.IsCount(atoms, 0, atoms.Count - 1))
        {
            findings.Add(FindingType.PhoneNumber, reading, atoms[0].FirstToken, atoms[atoms.Count - 1].LastToken, .6, "phone.scattered");
            return true;
        }

        var spelled = IsSpelled(reading.Text, atoms);
        if (!Gather(reading.Text, atoms) || (!context.IsPuzzle && !context.IsSelf && !context.HasArea && !spelled && !context.IsTelephone && !context.IsRanked && !HasPhoneSizes()))
        {
            return false;
        }

        var digits = _digits.AsSpan(0, _count);
        if (reading.Text.Topics.Has(Topic.Claim) && !context.IsSelf && !context.HasArea
            || NumberClaims.IsClaimed(reading.Text, atoms[_first].FirstToken, atoms[_last].LastToken) && !context.HasArea
            || NumberClaims.IsInstitution(reading.Text, atoms[_first].FirstToken, atoms[_last].LastToken) && !context.IsSelf
            || Candidate.IsCount(atoms, _first, _last) || reading.CoversNumber(digits))
        {
            return false;
        }

        var sure = Sure(reading, digits, context, spelled);
        if (sure < PoachingPolicy.FlagFrom)
        {
            return false;
        }

        findings.Add(FindingType.PhoneNumber, reading, atoms[_first].FirstToken, atoms[_last].LastToken, sure, "phone.scattered");
        return true;
    }

    private double Sure(MessageReading reading, Span<char> digits, in PhoneContext context, bool spelled)
    {
        var strong = context.HasArea || spelled || context.IsPuzzle || context.IsRanked;
        var turns = context.HasArea || context.IsRanked || context.IsReversed || spelled;
        if (digits.Length == 7)
        {
            return digits[0] >= '2' && _parts > 1 && EndsPart(3) && (context.IsSelf || (strong && (context.IsTelephone || context.HasArea))) ? .6 : 0;
        }

        if (digits.Length < 10 || NumberShapes.IsTollFree(digits))
        {
            return 0;
        }

        var grouped = EndsPart(digits.Length - 7) && EndsPart(digits.Length - 4) || _parts == digits.Length || strong;
        if (grouped && IsNumber(digits, reading.Region))
        {
            return strong && context.IsSelf ? .8 : context.IsSelf || strong ? .65 : .55;
        }

        // The area last, or all parts from the end.
        Span<char> turned = stackalloc char[Longest];
        if (turns && digits.Length == 10 && EndsPart(7))
        {
            digits[7..].CopyTo(turned);
            digits[..7].CopyTo(turned[3..]);
            if (IsNumber(turned[..10], reading.Region))
            {
                return .6;
            }
        }

        if (turns && digits.Length == 10 && EndsPart(4) && EndsPart(7))
        {
            digits[7..].CopyTo(turned);
            digits[4..7].CopyTo(turned[3..]);
            digits[..4].CopyTo(turned[6..]);
            if (IsNumber(turned[..10], reading.Region))
            {
                return .65;
            }
        }

        if (turns && digits.Length == 10 && EndsPart(3) && EndsPart(7) && !EndsPart(6))
        {
            digits[7..].CopyTo(turned);
            digits[..3].CopyTo(turned[3..]);
            digits[3..7].CopyTo(turned[6..]);
            return IsNumber(turned[..10], reading.Region) ? .6 : 0;
        }

        return 0;
    }

    /// <summary>Ten digits one by one: so many single ones are hardly ever counted in one message.</summary>
    private static bool AreSingles(DigitAtoms atoms)
    {
        if (atoms.Count != 10 || atoms.DigitCount != 10)
        {
            return false;
        }

        for (var index = 0; index < atoms.Count; index++)
        {
            if (atoms[index].Length > 1)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits, string region) =>
        NumberShapes.Of(digits, hasPlus: false, region) is NumberShape.National or NumberShape.Mobile;

    /// <summary>The figures that are no dose, time or price, if they are no more than a number has.</summary>
    private bool Gather(MessageText text, DigitAtoms atoms)
    {
        (_count, _parts, _first, _last) = (0, 0, -1, -1);
        for (var index = 0; index < atoms.Count; index++)
        {
            if (UsedFigures.Are(text, atoms[index].FirstToken, atoms[index].LastToken, atoms[index].Length))
            {
                continue;
            }

            var more = atoms.Digits(index, index);
            if (_count + more.Length > Longest || _parts == MostParts || more.Length > 7)
            {
                return false;
            }

            more.CopyTo(_digits.AsSpan(_count));
            _count += more.Length;
            _sizes[_parts++] = more.Length;
            (_first, _last) = (_first < 0 ? index : _first, index);
        }

        return _count >= 7 && _parts > 1;
    }

    /// <summary>Three, three and four: few other things come so.</summary>
    private bool HasPhoneSizes() => _parts == 3 && _sizes[0] == 3 && _sizes[1] == 3 && _sizes[2] == 4;

    private bool EndsPart(int place)
    {
        var at = 0;
        for (var part = 0; part < _parts && at < place; part++)
        {
            at += _sizes[part];
        }

        return at == place;
    }

    /// <summary>Whether digits are spelled out: several of one digit each in a row, or one said three times.</summary>
    public static bool IsSpelled(MessageText text, DigitAtoms atoms)
    {
        var run = 0;
        for (var index = 0; index < atoms.Count; index++)
        {
            ref readonly var atom = ref atoms[index];
            if (atom is { IsSpoken: true, Length: 3 } && !atoms.Digits(index, index).ContainsAnyExcept(atoms.Digits(index, index)[0]) && !UsedFigures.Are(text, atom.FirstToken, atom.LastToken, atom.Length))
            {
                return true;
            }

            run = atom is { IsSpoken: true, Length: 1 } && !UsedFigures.Are(text, atom.FirstToken, atom.LastToken, atom.Length) ? atom.Before is Gap.Tight or Gap.Led ? run + 1 : 1 : 0;
            if (run >= FewestSpelled && !Candidate.IsCount(atoms, index - run + 1, index))
            {
                return true;
            }
        }

        return false;
    }
}
