using SnoutOS.Domain.AntiPoaching.Reading;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>How sure we are that some groups of digits are a telephone number, and by which rule.</summary>
internal readonly record struct Candidate(double Confidence, string? Rule)
{
    /// <summary>Grouped the way numbers are said: in one, digit by digit, or with breaks after the third and sixth.</summary>
    public const double WellGrouped = .8;

    private const double BadlyGrouped = .35;

    /// <summary>Digits amid other talk, with no word of telephones, are for a person to look at.</summary>
    private const double Unexplained = .7;
    private const int FewWords = 5;
    private const int MostWordsBesideLocal = 9;

    public static Candidate Judge(MessageReading reading, DigitAtoms atoms, int first, int last, in PhoneContext context, bool crossed)
    {
        var digits = atoms.Digits(first, last);
        var shape = NumberShapes.Of(digits, HasPlus(reading.Text, atoms[first].FirstToken), reading.Region, context.IsSelf || context.IsTelephone);
        if (context.IsReversed && IsNumberFromTheEnd(digits, reading.Region))
        {
            return new Candidate(.85, "phone.reversed");
        }

        if (shape == NumberShape.None || IsCount(atoms, first, last) || IsAllSame(digits))
        {
            return default;
        }

        var grouping = Grouping(atoms, first, last, digits.Length);
        var plausible = Plausibility(shape, grouping, context);
        if (plausible <= 0 || (crossed && (shape is not (NumberShape.National or NumberShape.Mobile or NumberShape.International) || grouping < WellGrouped)))
        {
            return default;
        }

        if (shape == NumberShape.Local && !context.IsTelephone && !context.IsSelf && !context.IsPuzzle && !context.HasArea && reading.Text.WordCount > MostWordsBesideLocal && !IsSpelled(atoms, first, last) && !IsHyphened(reading.Text, atoms, first, last))
        {
            return default;
        }

        var standing = Standing(reading, atoms, first, last, context, digits);
        if (standing < -.5 || reading.CoversNumber(digits))
        {
            return default;
        }

        if (plausible < PoachingPolicy.FlagFrom && NumberClaims.IsClaimed(reading.Text, atoms[first].FirstToken, atoms[last].LastToken))
        {
            return default;
        }

        if (first == last && !context.IsTelephone && !context.HasArea && reading.Text.WordCount > 5)
        {
            plausible -= .15;
        }

        var sure = plausible + standing + (shape == NumberShape.Local ? LocalHints(reading.Text, atoms, first, last) : 0);
        if (!context.IsTelephone && !context.IsPuzzle && !IsFormatted(atoms, first, last) && reading.Text.WordCount - (last - first + 1) > FewWords)
        {
            sure = Math.Min(sure, Unexplained);
        }

        return sure < PoachingPolicy.FlagFrom ? default : new Candidate(Math.Min(sure, .99), RuleOf(reading.Text, atoms, first, last, context, crossed));
    }

    private static bool IsNumberFromTheEnd(ReadOnlySpan<char> digits, string region)
    {
        if (digits.Length is not (10 or 11))
        {
            return false;
        }

        Span<char> turned = stackalloc char[digits.Length];
        digits.CopyTo(turned);
        turned.Reverse();
        return NumberShapes.Of(turned, hasPlus: false, region) is NumberShape.National or NumberShape.Mobile;
    }

    /// <summary>How well the groups fit a telephone number.</summary>
    public static double Grouping(DigitAtoms atoms, int first, int last, int length)
    {
        if (first == last)
        {
            return WellGrouped;
        }

        var (singles, pairs, at, breaks) = (true, true, 0, 0);
        var country = length switch { 11 when atoms.Digits(first, last)[0] == '1' => 1, _ => 0 };
        for (var index = first; index <= last; index++)
        {
            singles &= atoms[index].Length == 1;
            pairs &= atoms[index].Length <= 2 && (atoms[index].IsSpoken || atoms[index].Length == 2);
            at += atoms[index].Length;
            breaks |= 1 << at;
        }

        var wanted = length == 7 ? 1 << 3 : length is 10 or 11 ? 1 << (3 + country) | 1 << (6 + country) : 0;
        var british = length == 11 && atoms.Digits(first, last)[0] == '0' && (breaks & (1 << 5 | 1 << 4)) != 0;
        return singles || pairs || british || (wanted != 0 && ((breaks & wanted) == wanted || (last - first == 1 && (breaks & wanted) != 0))) || wanted == 0 ? .9 : BadlyGrouped;
    }

    /// <summary>"one two three four…" and back again.</summary>
    public static bool IsCount(DigitAtoms atoms, int first, int last)
    {
        if (last - first < 3)
        {
            return false;
        }

        var (up, down) = (0, 0);
        for (var index = first + 1; index <= last; index++)
        {
            var step = Value(atoms.Digits(index, index)) - Value(atoms.Digits(index - 1, index - 1));
            up += step == 1 ? 1 : 0;
            down += step == -1 ? 1 : 0;
        }

        return Math.Max(up, down) >= last - first - 1;
    }

    private static double Plausibility(NumberShape shape, double grouping, in PhoneContext context) => shape switch
    {
        NumberShape.International => .9,
        NumberShape.National => grouping,
        NumberShape.Mobile => grouping - .05,
        NumberShape.Foreign when context.IsSelf => grouping - .45,
        NumberShape.Foreign when context.IsTelephone => grouping - .5,
        NumberShape.Foreign => 0,
        NumberShape.Unassigned => grouping - .3,
        NumberShape.Local when context.IsSelf || context.IsPuzzle || context.HasArea => grouping - .45,
        NumberShape.Local when context.IsCall => grouping - .35,
        NumberShape.Local => grouping - .55,
        _ => 0,
    };

    /// <summary>Seven digits that are spelled out, or stand as three and four with little beside them.</summary>
    private static double LocalHints(MessageText text, DigitAtoms atoms, int first, int last) =>
        text.Topics.Has(Topic.Claim) || NumberClaims.IsClaimed(text, atoms[first].FirstToken, atoms[last].LastToken) ? 0
        : IsWhole(atoms, first, last) && (IsSpelled(atoms, first, last) || IsHyphened(text, atoms, first, last)) ? .2
        : IsStyled(text, atoms[first].FirstToken) ? .3 : 0;

    /// <summary>"555-0142": three and four with a sign between.</summary>
    private static bool IsHyphened(MessageText text, DigitAtoms atoms, int first, int last) =>
        last == first + 1 && atoms[first].Length == 3 && atoms[first].LastToken + 2 == atoms[last].FirstToken && text.Tokens[atoms[last].FirstToken].IsGlued
        && text.Tokens[atoms[first].LastToken + 1].Kind == TokenKind.Symbol && text.Folded[text.Tokens[atoms[first].LastToken + 1].Start] is '-' or '.';

    /// <summary>What the message adds or takes away.</summary>
    private static double Standing(MessageReading reading, DigitAtoms atoms, int first, int last, in PhoneContext context, ReadOnlySpan<char> digits)
    {
        var sure = context.IsSelf || context.HasArea ? .25 : context.IsTelephone || context.IsPuzzle ? .15 : 0;
        var dressed = IsDressed(reading.Text, atoms, first, last);
        sure += dressed && digits.Length > 7 ? .15 : 0;
        if (!context.IsSelf && !dressed && NumberClaims.IsInstitution(reading.Text, atoms[first].FirstToken, atoms[last].LastToken) || (NumberShapes.IsTollFree(digits) && !context.IsSelf))
        {
            return -1;
        }

        if (!IsWhole(atoms, first, last))
        {
            sure -= .3;
        }

        return sure - NumberClaims.Against(reading, atoms[first].FirstToken, atoms[last].LastToken, context, IsFormatted(atoms, first, last));
    }

    /// <summary>Whether no further digits stand right beside these.</summary>
    private static bool IsWhole(DigitAtoms atoms, int first, int last) =>
        (first == last && atoms[first].Length >= 10)
        || ((first == 0 || atoms[first].Before is Gap.Wide or Gap.Message) && (last + 1 == atoms.Count || atoms[last + 1].Before is Gap.Wide or Gap.Message));

    /// <summary>Whether digits are in other dress than figures: nobody does that to an honest number.</summary>
    private static bool IsDressed(MessageText text, DigitAtoms atoms, int first, int last)
    {
        for (var index = first; index <= last; index++)
        {
            ref readonly var token = ref text.Tokens[atoms[index].FirstToken];
            if (IsStyled(text, atoms[index].FirstToken) || (token.Kind == TokenKind.Word && !atoms[index].IsSpoken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Figures of another script, on keys, or with something invisible inside.</summary>
    private static bool IsStyled(MessageText text, int token) =>
        text.Tokens[token] is { Kind: TokenKind.Digits } figures
        && (!char.IsAsciiDigit(text.Folded.OriginalAt(figures.Start)) || text.Folded.OriginalEnd(figures.End - 1) - text.Folded.OriginalStart(figures.Start) > figures.Length);

    /// <summary>Whether each digit of a number is said by a word of its own.</summary>
    private static bool IsSpelled(DigitAtoms atoms, int first, int last)
    {
        for (var index = first; index <= last; index++)
        {
            if (!atoms[index].IsSpoken || atoms[index].Length > 3)
            {
                return false;
            }
        }

        return last - first >= 4;
    }

    private static bool IsFormatted(DigitAtoms atoms, int first, int last) =>
        last - first is 2 or 3 && atoms[last].Length == 4 && atoms[last - 1].Length == 3 && atoms[last - 2].Length == 3;

    private static bool HasPlus(MessageText text, int token) =>
        token > 0 && text.Tokens[token].IsGlued && text.Folded[text.Tokens[token - 1].Start] == '+';

    private static bool IsAllSame(ReadOnlySpan<char> digits) => !digits.ContainsAnyExcept(digits[0]);

    private static int Value(ReadOnlySpan<char> digits) => digits.Length > 6 || !int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var value) ? -9 : value;

    private static string RuleOf(MessageText text, DigitAtoms atoms, int first, int last, in PhoneContext context, bool crossed)
    {
        var (spoken, figures, disguised) = (false, false, false);
        for (var index = first; index <= last; index++)
        {
            spoken |= atoms[index].IsSpoken;
            figures |= !atoms[index].IsSpoken;
            disguised |= text.Tokens[atoms[index].FirstToken].Kind == TokenKind.Word && !atoms[index].IsSpoken || atoms[index].FirstToken != atoms[index].LastToken && !atoms[index].IsSpoken;
        }

        return crossed ? "phone.split"
            : context.BySound ? "phone.sound"
            : disguised ? "phone.letters"
            : spoken && figures ? "phone.mixed"
            : spoken ? "phone.spelled" : "phone.plain";
    }
}
