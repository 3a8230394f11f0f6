using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SnoutOS.Web.Access;

/// <summary>
/// The text of a token: <c>snout_</c>, eight characters that tell tokens apart on a page, and 256 random bits. Only
/// its hash is stored; one round is enough, since nobody guesses 256 bits.
/// </summary>
public static partial class TokenText
{
    private const int SecretBytes = 32;
    private const int IdLength = 8;

    public static string Next() =>
        $"snout_{RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", IdLength)}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";

    public static string PrefixOf(string token) => token[..("snout_".Length + IdLength)];

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    [GeneratedRegex(@"^snout_[a-z0-9]{8}_[A-Za-z0-9_-]{43}\z", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Form();
}
