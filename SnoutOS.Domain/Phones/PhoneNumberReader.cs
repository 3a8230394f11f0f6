using System.Diagnostics.CodeAnalysis;
using PhoneNumbers;

namespace SnoutOS.Domain.Phones;

/// <summary>
/// Reads a telephone number the way a person writes one: <c>(212) 555-0142</c>, <c>+49 30 901820</c>.
/// Whether it is plausible is libphonenumber's word, not ours.
/// </summary>
public static class PhoneNumberReader
{
    /// <summary>The region a number without a country code is read in, until organizations choose their own.</summary>
    public const string DefaultRegion = "US";

    public static bool TryRead(string? text, [NotNullWhen(true)] out PhoneNumber? number, string region = DefaultRegion)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 64)
        {
            return false;
        }

        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var parsed = util.Parse(text, region);
            if (!util.IsPossibleNumber(parsed) || !PhoneNumber.TryParse(util.Format(parsed, PhoneNumberFormat.E164), out var read))
            {
                return false;
            }

            number = read;
            return true;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>The whole number as a person reads it, for the few places that may show one whole.</summary>
    public static string Whole(PhoneNumber number)
    {
        var util = PhoneNumberUtil.GetInstance();
        var parsed = util.Parse(number.E164, null);
        var format = parsed.CountryCode == 1 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
        return util.Format(parsed, format);
    }
}
