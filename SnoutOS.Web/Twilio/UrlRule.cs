namespace SnoutOS.Web.Twilio;

/// <summary>What is asked of an address in the configuration.</summary>
internal sealed record UrlRule(bool PlainHttpAnywhere = false, bool Credentials = false)
{
    /// <summary>Called by Twilio. It signs the credentials or drops them, and both are understood.</summary>
    public static readonly UrlRule Webhook = new(Credentials: true);

    /// <summary>Gets the account's credentials.</summary>
    public static readonly UrlRule Api = new();

    /// <summary>Only written into texts and pages.</summary>
    public static readonly UrlRule Link = new(PlainHttpAnywhere: true);

    /// <summary>The address, or null and the reason, to be read after the key's name.</summary>
    public Uri? Read(string text, out string? refusal)
    {
        refusal = Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0 }
            ? Refuse(url)
            : "must be a whole address that begins with https://";
        return refusal is null ? url : null;
    }

    private string? Refuse(Uri url) => url switch
    {
        { Scheme: "http" } when !PlainHttpAnywhere && !url.IsLoopback =>
            "must begin with https:// (plain http is for this machine only)",
        { UserInfo.Length: > 0 } when !Credentials => "must not contain a user name or password",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } => "must not contain a query (?) or a fragment (#)",
        // Twilio refuses such a host as a callback, message by message.
        _ when url.Host.Contains('_', StringComparison.Ordinal) => "must not have an underscore in its host name",
        _ => null,
    };
}
