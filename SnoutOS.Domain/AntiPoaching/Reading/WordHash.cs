using System.Runtime.InteropServices;

namespace SnoutOS.Domain.AntiPoaching.Reading;

/// <summary>
/// A word as one number: the same on every machine and in every version, so that what was learned about words can be kept
/// under it. Of all words that people write, no two are likely to share theirs.
/// </summary>
internal static class WordHash
{
    private const int AtOnce = 4;

    /// <param name="word">As it reads when folded, without apostrophes.</param>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = (ulong)word.Length * 0x9E3779B97F4A7C15;
        if (word.Length < AtOnce)
        {
            return word.Length == 0 ? 0 : Mix(hash ^ word[0] ^ ((ulong)word[word.Length >> 1] << 16) ^ ((ulong)word[^1] << 32));
        }

        for (var at = 0; at + AtOnce <= word.Length; at += AtOnce)
        {
            hash = Mix(hash ^ Four(word[at..]));
        }

        return word.Length % AtOnce == 0 ? hash : Mix(hash ^ Four(word[^AtOnce..]));
    }

    private static ulong Mix(ulong hash)
    {
        hash *= 0xC2B2AE3D27D4EB4F;
        return hash ^ (hash >> 29);
    }

    private static ulong Four(ReadOnlySpan<char> letters) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(letters));
}
