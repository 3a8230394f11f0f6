namespace SnoutOS.Domain.Access;

public enum TokenKind
{
    /// <summary>Handed out by a sign-in over the API; short-lived.</summary>
    SignIn,

    /// <summary>Made by a user on the account page.</summary>
    Personal,
}

/// <summary>An opaque bearer token. Only its hash is stored; shown once, revocable at once.</summary>
public sealed class AccessToken
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public TokenKind Kind { get; init; }

    public string Name { get; init; } = "";

    /// <summary>What it may be used for, space-separated; <c>*</c> is everything its user may do.</summary>
    public string Scopes { get; init; } = "*";

    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The first characters, to tell tokens apart on a page.</summary>
    public string Prefix { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A browser that is signed in. The cookie carries its id; ending it signs that browser out within a minute.</summary>
public sealed class SignInSession
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>What the browser calls itself, shortened.</summary>
    public string Browser { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
