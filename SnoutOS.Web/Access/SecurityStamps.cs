using System.Security.Cryptography;

namespace SnoutOS.Web.Access;

/// <summary>A stamp changes with a user's credentials; sessions that began under another one are over.</summary>
public static class SecurityStamps
{
    private const int Bytes = 20;

    public static string Next() => Convert.ToHexString(RandomNumberGenerator.GetBytes(Bytes));
}
