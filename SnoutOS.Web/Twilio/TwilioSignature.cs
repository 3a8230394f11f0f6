using System.Security.Cryptography;
using System.Text;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// Whether a request was signed by Twilio: HMAC-SHA1 over the public URL and the sorted form fields, or, for a JSON
/// body, over a URL that carries the body's SHA-256. Any key of the list may have signed. Bad input is just not valid.
/// </summary>
public static class TwilioSignature
{
    public const string Header = "X-Twilio-Signature";

    private const int SignatureChars = 28;

    private const string BodyHash = "bodySHA256=";

    /// <param name="url">The webhook's configured URL (with the path of the status callback after it, if it is one).</param>
    public static bool IsValid(IEnumerable<string> keys, string url, TwilioForm form, string? signature) =>
        Matches(keys, url, SignedText(form), signature);

    /// <summary>The same for a JSON body.</summary>
    public static bool IsValid(IEnumerable<string> keys, string url, ReadOnlySpan<byte> body, string? signature)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return CryptographicOperations.FixedTimeEquals(hash, HashIn(url)) & Matches(keys, url, [], signature);
    }

    // Every key is tried on every form of the URL, whatever matched before: the time taken tells nothing.
    private static bool Matches(IEnumerable<string> keys, string url, ReadOnlySpan<byte> fields, string? signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA1.HashSizeInBytes];
        Span<byte> expected = stackalloc byte[HMACSHA1.HashSizeInBytes];
        var wellFormed = signature?.Length == SignatureChars
            && Convert.TryFromBase64String(signature, given, out var length) && length == given.Length;

        var valid = false;
        var forms = SignedUrl.Forms(url);
        foreach (var key in keys)
        {
#pragma warning disable CA5350 // Twilio signs with HMAC-SHA1 and with nothing else.
            using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(key));
#pragma warning restore CA5350
            foreach (var form in forms)
            {
                hmac.AppendData(Encoding.UTF8.GetBytes(form));
                hmac.AppendData(fields);
                hmac.GetHashAndReset(expected);
                valid |= CryptographicOperations.FixedTimeEquals(expected, given);
            }
        }

        return valid & wellFormed;
    }

    // Keys in ordinal order; of a repeated key the distinct values in ordinal order, the key before each.
    private static byte[] SignedText(TwilioForm form)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in form.Fields.Distinct()
            .OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal))
        {
            text.Append(key).Append(value);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] HashIn(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? url[(at + 1)..].Split('#')[0] : "";
        var claim = query.Split('&').FirstOrDefault(part => part.StartsWith(BodyHash, StringComparison.Ordinal));
        var hex = claim?[BodyHash.Length..] ?? "";
        return hex.Length == SHA256.HashSizeInBytes * 2 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : [];
    }
}
