using System.Diagnostics.CodeAnalysis;

namespace SnoutOS.Domain.Phones;

/// <summary>
/// A telephone number in E.164 form (a plus, then 7 to 15 digits, the first not zero). Printing one shows its last
/// four digits only, so a number that slips into a log line, an exception or a page is already redacted; the whole
/// number has to be asked for by name. The default value is no number and throws when asked for its digits.
/// </summary>
public readonly record struct PhoneNumber : IParsable<PhoneNumber>
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    private readonly string? _e164;

    private PhoneNumber(string e164) => _e164 = e164;

    /// <summary>The whole number, for the provider and the database. Never for a log, a trace, a title or a URL.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string E164 => _e164 ?? throw new InvalidOperationException("This phone number was never set.");

    /// <summary>The last four digits.</summary>
    public string LastFour => E164[^4..];

    /// <summary>The short form that every page, log and export shows, such as <c>•••• 1234</c>.</summary>
    public override string ToString() => _e164 is null ? "no number" : Shorten(_e164);

    /// <summary>The short form of any sender, E.164 or not: never more than its last four characters.</summary>
    public static string Shorten(string address) =>
        address.Length == 0 ? "no number" : $"•••• {address[^Math.Min(4, address.Length)..]}";

    /// <summary>Reads a number that is already E.164; anything else throws.</summary>
    /// <exception cref="FormatException">Not E.164. The message does not repeat the input.</exception>
    public static PhoneNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("That is not a phone number in E.164 form.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PhoneNumber result)
    {
        result = IsE164(s) ? new PhoneNumber(s) : default;
        return result._e164 is not null;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out PhoneNumber result) => TryParse(s, null, out result);

    private static bool IsE164([NotNullWhen(true)] string? text) =>
        text is ['+', >= '1' and <= '9', ..]
        && text.Length - 1 is >= MinDigits and <= MaxDigits
        && !text.AsSpan(1).ContainsAnyExceptInRange('0', '9');
}
