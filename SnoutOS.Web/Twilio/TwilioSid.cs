namespace SnoutOS.Web.Twilio;

/// <summary>Twilio's ids: two letters that tell the kind, then 32 hexadecimal digits.</summary>
internal static class TwilioSid
{
    private const int Length = 34;

    public static bool Is(ReadOnlySpan<char> text, ReadOnlySpan<char> prefix) =>
        text.Length == Length && text.StartsWith(prefix, StringComparison.Ordinal) && Digits(text[2..]);

    public static bool IsMessage(ReadOnlySpan<char> text) => Is(text, "SM") || Is(text, "MM");

    private static bool Digits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
