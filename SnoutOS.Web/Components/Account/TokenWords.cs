using SnoutOS.Web.Access;

namespace SnoutOS.Web.Components.Account;

/// <summary>What a token may do, in words.</summary>
internal static class TokenWords
{
    public static readonly IReadOnlyList<(string Scope, string Words)> All =
    [
        (Scopes.Everything, "Everything you may do"),
        (Scopes.ReadMessages, "Read messages"),
        (Scopes.WriteMessages, "Send messages"),
        (Scopes.ReadDiagnostics, "Read diagnostics"),
    ];

    public static string Of(string scopes) =>
        string.Join(", ", All.Where(entry => scopes.Split(' ').Contains(entry.Scope, StringComparer.Ordinal)).Select(entry => entry.Words));
}
