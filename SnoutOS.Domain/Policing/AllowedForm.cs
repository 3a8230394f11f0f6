using System.Text.RegularExpressions;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Domain.Policing;

/// <summary>Reads what an owner types as a number or site to allow, in whatever form they have it.</summary>
public static partial class AllowedForm
{
    private const int LongestHost = 200;

    /// <summary>Null for what is neither.</summary>
    public static (AllowedKind Kind, string Value)? Read(string text, string region = PhoneNumberReader.DefaultRegion)
    {
        text = text.Trim();
        if (PhoneNumberReader.TryRead(text, out var number, region))
        {
            return (AllowedKind.Number, number.Value.E164);
        }

        var host = HostOf(text.ToLowerInvariant());
        return host.Length <= LongestHost && Host().IsMatch(host) && !IsForEverybody(host) ? (AllowedKind.Site, host) : null;
    }

    /// <summary>Whoever allows one mailbox there would allow everybody's.</summary>
    private static bool IsForEverybody(string host) => host.Split('.') is [.., var name, _] && name is
        "gmail" or "googlemail" or "outlook" or "hotmail" or "live" or "msn" or "yahoo" or "ymail" or "icloud" or "aol" or "proton" or "protonmail"
        or "gmx" or "fastmail" or "zoho";

    /// <summary>Without scheme, path, port, a mailbox before it and the usual <c>www</c>.</summary>
    private static string HostOf(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var end = text.AsSpan(start).IndexOfAny('/', '?', '#') is var path and >= 0 ? start + path : text.Length;
        var host = text[start..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        host = host.IndexOf(':') is var port and >= 0 ? host[..port] : host;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$", RegexOptions.NonBacktracking)]
    private static partial Regex Host();
}
