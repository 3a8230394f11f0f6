using System.Globalization;
using PhoneNumbers;

namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>The area codes of North America that libphonenumber knows, asked once and remembered.</summary>
internal static class AreaCodes
{
    private static readonly bool[] Known = Ask();

    /// <summary>Whether a number of ten digits begins with one.</summary>
    public static bool Exists(ReadOnlySpan<char> number) => Known[((number[0] - '0') * 100) + ((number[1] - '0') * 10) + number[2] - '0'];

    private static bool[] Ask()
    {
        var (util, known) = (PhoneNumberUtil.GetInstance(), new bool[1000]);
        for (var code = 200; code < known.Length; code++)
        {
            known[code] = util.IsValidNumber(util.Parse(string.Create(CultureInfo.InvariantCulture, $"+1{code}2345678"), null));
        }

        return known;
    }
}
