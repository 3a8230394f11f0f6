using System.Security.Cryptography;
using System.Text;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>
/// Signs what the carrier posts. It shares nothing with the code that checks signatures, so that a mistake in one
/// is not hidden by the same mistake in the other.
/// </summary>
internal static class CarrierSigner
{
    public static string Sign(string authToken, string url, IReadOnlyDictionary<string, string> fields)
    {
        var signed = new StringBuilder(url.Split('#')[0]);
        foreach (var key in fields.Keys.Order(StringComparer.Ordinal))
        {
            signed.Append(key).Append(fields[key]);
        }

#pragma warning disable CA5350 // The wire format asks for HMAC-SHA1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }
}
