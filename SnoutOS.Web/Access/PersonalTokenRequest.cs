namespace SnoutOS.Web.Access;

/// <summary>What a user asks a personal token to be, checked the same way over the API and on the account page.</summary>
public sealed record PersonalTokenRequest(string Name, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt)
{
    public const int LongestName = 60;

    /// <summary>Why there can be no such token, in a sentence; null if there can.</summary>
    public string? Objection(DateTimeOffset now) => this switch
    {
        { Name: var name } when string.IsNullOrWhiteSpace(name) || name.Length > LongestName =>
            $"Give the token a name of at most {LongestName} characters.",
        { Scopes: var scopes } when scopes.Count == 0 || !scopes.All(scope => Access.Scopes.All.Contains(scope, StringComparer.Ordinal)) =>
            $"Scopes are {string.Join(", ", Access.Scopes.All)}.",
        { ExpiresAt: var end } when end <= now || end > now + AccessTokens.LongestPersonal =>
            $"A token ends in the future, at most {AccessTokens.LongestPersonal.Days} days from now.",
        _ => null,
    };
}
