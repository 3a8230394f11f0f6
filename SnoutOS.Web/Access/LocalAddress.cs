namespace SnoutOS.Web.Access;

/// <summary>Where somebody goes after signing in: a page of ours, or nowhere in particular.</summary>
public static class LocalAddress
{
    /// <summary>The address if it stays on this site; null for anything a browser could read as another one.</summary>
    public static string? Of(string? address) =>
        address is ['/', ..]
        && !(address.Length > 1 && address[1] is '/' or '\\')
        && !address.Any(char.IsControl)
            ? address
            : null;
}
