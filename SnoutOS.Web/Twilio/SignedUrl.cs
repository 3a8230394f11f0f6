namespace SnoutOS.Web.Twilio;

/// <summary>
/// The ways in which Twilio may have written a URL when it signed it: with and without port and credentials. The
/// characters are cut and joined, never re-encoded, because one changed character changes the signature.
/// </summary>
internal static class SignedUrl
{
    public static IReadOnlyList<string> Forms(string url)
    {
        var whole = WithoutFragment(url);
        var schemeEnd = whole.IndexOf("://", StringComparison.Ordinal) + 3;
        if (schemeEnd < 3)
        {
            return [whole];
        }

        var rest = whole.AsSpan(schemeEnd).IndexOfAny('/', '?') is var at and >= 0 ? schemeEnd + at : whole.Length;
        var userEnd = whole.LastIndexOf('@', rest - 1, rest - schemeEnd) is var mark and >= 0 ? mark + 1 : schemeEnd;
        var portStart = PortStart(whole, userEnd, rest);

        var scheme = whole[..schemeEnd];
        var user = whole[schemeEnd..userEnd];
        var host = whole[userEnd..portStart];
        var port = portStart < rest ? whole[portStart..rest] : DefaultPort(scheme);
        var tail = whole[rest..];

        return [.. new[]
        {
            whole,
            scheme + user + host + tail,
            scheme + user + host + port + tail,
            scheme + host + tail,
            scheme + host + port + tail,
        }.Distinct(StringComparer.Ordinal)];
    }

    private static string WithoutFragment(string url) => url.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? url[..at] : url;

    // An IPv6 host has colons of its own, inside its brackets.
    private static int PortStart(string url, int hostStart, int hostEnd)
    {
        var host = url.AsSpan(hostStart, hostEnd - hostStart);
        var name = host.LastIndexOf(']') + 1;
        return host[name..].IndexOf(':') is var colon and >= 0 ? hostStart + name + colon : hostEnd;
    }

    private static string DefaultPort(string scheme) =>
        scheme.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
}
