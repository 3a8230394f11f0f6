namespace SnoutOS.Domain.AntiPoaching.Phones;

/// <summary>
/// The calling codes that are dialled most, with how many digits a number has in all: enough to tell such a number
/// without asking libphonenumber, which takes memory for every answer.
/// </summary>
internal static class CallingCodes
{
    private static readonly (string Code, int Fewest, int Most)[] Known =
    [
        ("1", 11, 11), ("7", 11, 11), ("20", 12, 12), ("27", 11, 11), ("30", 12, 12), ("31", 11, 11), ("32", 10, 11), ("33", 11, 11), ("34", 11, 11),
        ("36", 10, 11), ("39", 10, 13), ("40", 11, 11), ("41", 11, 11), ("43", 10, 14), ("44", 11, 12), ("45", 10, 10), ("46", 9, 12), ("47", 10, 10),
        ("48", 11, 11), ("49", 11, 14), ("51", 11, 11), ("52", 12, 13), ("53", 10, 10), ("54", 12, 13), ("55", 12, 13), ("56", 11, 11), ("57", 12, 12),
        ("58", 12, 12), ("60", 10, 12), ("61", 11, 11), ("62", 10, 14), ("63", 12, 12), ("64", 9, 12), ("65", 10, 10), ("66", 10, 11), ("81", 11, 12),
        ("82", 11, 12), ("84", 11, 12), ("86", 13, 13), ("90", 12, 12), ("91", 12, 12), ("92", 12, 12), ("94", 11, 11), ("98", 12, 12), ("212", 12, 12),
        ("234", 13, 13), ("254", 12, 12), ("351", 12, 12), ("352", 11, 12), ("353", 11, 12), ("354", 10, 10), ("355", 12, 12), ("356", 11, 11),
        ("358", 10, 13), ("359", 11, 12), ("370", 11, 11), ("371", 11, 11), ("372", 10, 11), ("380", 12, 12), ("381", 11, 12), ("385", 11, 12),
        ("386", 11, 11), ("420", 12, 12), ("421", 12, 12), ("502", 11, 11), ("503", 11, 11), ("504", 11, 11), ("505", 11, 11), ("506", 11, 11),
        ("507", 10, 11), ("593", 12, 12), ("595", 12, 12), ("598", 11, 11), ("852", 11, 11), ("886", 11, 12), ("971", 12, 12), ("972", 11, 12),
    ];

    /// <summary>Whether these digits are as long as a number with its calling code.</summary>
    public static bool Begin(ReadOnlySpan<char> digits)
    {
        foreach (var (code, fewest, most) in Known)
        {
            if (digits.Length >= fewest && digits.Length <= most && digits.StartsWith(code, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
