namespace SnoutOS.Web.Access;

/// <summary>What a token may be used for. A browser and a sign-in over the API may do everything their user may.</summary>
public static class Scopes
{
    public const string Everything = "*";
    public const string ReadDiagnostics = "diagnostics:read";
    public const string ReadMessages = "messages:read";
    public const string WriteMessages = "messages:write";

    public static IReadOnlyList<string> All { get; } = [Everything, ReadDiagnostics, ReadMessages, WriteMessages];

    public static bool Grant(string held, string needed) =>
        held.Split(' ') is var scopes && (scopes.Contains(Everything) || scopes.Contains(needed));
}

/// <summary>Names the narrower scope that is enough for an endpoint. Without it, an endpoint takes <see cref="Scopes.Everything"/> only.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ScopeAttribute(string scope) : Attribute
{
    /// <summary>Any token will do.</summary>
    public const string Any = "";

    public string Scope { get; } = scope;
}
