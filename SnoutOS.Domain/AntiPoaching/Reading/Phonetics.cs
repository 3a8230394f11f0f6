namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>Which digit an unknown word sounds like, by its consonants: "fahv", "sux", "nahine".</summary>
internal static class Phonetics
{
    private const int Longest = 7;

    /// <returns>-1 where it sounds like none.</returns>
    public static int DigitOf(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > Longest)
        {
            return -1;
        }

        Span<char> sounds = stackalloc char[2 * Longest];
        return Skeleton(word, sounds) switch
        {
            "V" => word[0] == 'o' ? 0 : -1,
            "sVrV" or "sVlV" => 0,
            "wVn" or "wVnV" or "VwVn" => 1,
            "tV" => 2,
            "TrV" or "trV" or "frV" or "fwV" or "fTrV" => 3,
            "fVr" or "fVrV" => 4,
            "fVf" or "fVfV" or "fVb" or "fVbV" or "pVb" => 5,
            "sVks" or "sVksV" => 6,
            "sVfn" or "sVfVn" or "sVbn" or "sVbVn" => 7,
            "Vt" or "VtV" => 8,
            "nVn" or "nVnV" or "nVnVr" => 9,
            _ => -1,
        };
    }

    private static ReadOnlySpan<char> Skeleton(ReadOnlySpan<char> word, Span<char> sounds)
    {
        var length = 0;
        for (var index = 0; index < word.Length; index++)
        {
            var (c, next) = (word[index], index + 1 < word.Length ? word[index + 1] : ' ');
            var sound = c switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' => 'V',
                'h' or '\'' => ' ',
                't' when next == 'h' => 'T',
                'p' when next == 'h' => 'f',
                'g' when next == 'h' => ' ',
                'z' => 's',
                'v' => 'f',
                'c' => next is 'e' or 'i' ? 's' : 'k',
                'x' => 'k',
                _ => c,
            };
            if (sound != ' ' && (length == 0 || sounds[length - 1] != sound))
            {
                sounds[length++] = sound;
            }

            if (c == 'x')
            {
                sounds[length++] = 's';
            }
        }

        return sounds[..length];
    }
}
