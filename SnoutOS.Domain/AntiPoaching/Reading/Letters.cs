namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>What a word is made of.</summary>
internal static class Letters
{
    private static readonly bool[] Plain = [.. Enumerable.Range(0, 0x80).Select(code => char.IsAsciiLetterLower((char)code))];

    public static bool Is(char c) => c < 0x80 ? Plain[c] : char.IsLetter(c);

    /// <summary>An apostrophe between letters belongs to the word.</summary>
    public static int EndOfWord(ReadOnlySpan<char> chars, int index, out bool hasApostrophe)
    {
        hasApostrophe = false;
        while (index < chars.Length)
        {
            if (!Is(chars[index]))
            {
                if (chars[index] != '\'' || index + 1 >= chars.Length || !Is(chars[index + 1]))
                {
                    break;
                }

                hasApostrophe = true;
            }

            index++;
        }

        return index;
    }
}
