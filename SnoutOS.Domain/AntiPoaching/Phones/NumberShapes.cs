using PhoneNumbers;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>
/// Judges digits as a telephone number: first by their count and first digits, and only what passes is put to
/// libphonenumber.
/// </summary>
internal static class NumberShapes
{
    /// <param name="isSelf">Whether the message says whose number it is: only then is it tried as one of far away.</param>
    public static NumberShape Of(ReadOnlySpan<char> digits, bool hasPlus, string region, bool isSelf = false)
    {
        if (digits.Length is < 7 or > 15)
        {
            return NumberShape.None;
        }

        if (hasPlus || (digits[0] == '0' && digits.Length > 10 && isSelf && (digits.StartsWith("00") || digits.StartsWith("011"))))
        {
            var bare = digits.StartsWith("011") ? digits[3..] : digits.TrimStart('0');
            if (bare.Length >= 8 && (CallingCodes.Begin(bare) || (hasPlus && bare.Length > 8 && IsPossible(bare))))
            {
                return NumberShape.International;
            }
        }

        return region == "US" ? American(digits, isSelf) : IsValid(digits, region) ? NumberShape.National : digits.Length == 7 ? NumberShape.Local : Foreign(digits, isSelf);
    }

    /// <summary>Numbers that the callee pays for belong to businesses.</summary>
    public static bool IsTollFree(ReadOnlySpan<char> digits)
    {
        var bare = digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
        return bare.Length == 10 && bare[..3] is "800" or "888" or "877" or "866" or "855" or "844" or "833" or "822";
    }

    private static NumberShape American(ReadOnlySpan<char> digits, bool isSelf)
    {
        if (digits.Length == 7)
        {
            return digits[0] >= '2' ? NumberShape.Local : NumberShape.None;
        }

        var bare = digits.Length == 11 && digits[0] == '1' ? digits[1..] : digits;
        if (bare.Length == 10 && bare[0] >= '2' && bare[3] >= '2')
        {
            return AreaCodes.Exists(bare) ? NumberShape.National : NumberShape.Unassigned;
        }

        return Foreign(digits, isSelf);
    }

    /// <summary>
    /// How numbers are written at home in countries whose people are about here; anything else needs its country code.
    /// Only where there is talk of telephones: other figures are as long.
    /// </summary>
    private static NumberShape Foreign(ReadOnlySpan<char> digits, bool isSelf) => digits switch
    {
        ['0', '7', >= '1', ..] when digits.Length == 11 => NumberShape.Mobile,
        ['4', '4', '7', ..] when digits.Length == 12 => NumberShape.Mobile,
        _ when !isSelf => NumberShape.None,
        ['0', '4' or '6' or '7', ..] when digits.Length == 10 => NumberShape.Mobile,
        ['0', '6', ..] when digits.Length == 11 => NumberShape.Mobile,
        ['0', '1', '5' or '6' or '7', ..] when digits.Length is 11 or 12 => NumberShape.Mobile,
        ['6' or '7' or '9', ..] when digits.Length == 9 => NumberShape.Foreign,
        ['0', '1' or '2' or '3', ..] when digits.Length is 10 or 11 => NumberShape.Foreign,
        [>= '1', >= '1', '9', ..] when digits.Length == 11 => NumberShape.Foreign,
        [>= '2', ..] when digits.Length == 10 || (digits.Length is 11 or 12 && CallingCodes.Begin(digits)) => NumberShape.Foreign,
        _ => NumberShape.None,
    };

    private static bool IsPossible(ReadOnlySpan<char> digits)
    {
        try
        {
            return PhoneNumberUtil.GetInstance().IsPossibleNumber(PhoneNumberUtil.GetInstance().Parse(string.Concat("+", digits), null));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static bool IsValid(ReadOnlySpan<char> digits, string region)
    {
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            return util.IsValidNumberForRegion(util.Parse(digits.ToString(), region), region);
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
