using SnoutOS.Domain.Access;

namespace SnoutOS.Web.Access;

/// <summary>A session or token that was good when it was looked up, and whose it is.</summary>
/// <param name="Actor">The user as they are now: a change of role needs no new sign-in.</param>
/// <param name="Stamp">The user's security stamp now.</param>
/// <param name="EndsAt">When it stops being good whatever happens.</param>
/// <param name="SeenAt">When it was last used, to the minute; null for never.</param>
public sealed record Credential(Guid Id, Actor Actor, string Stamp, string Scopes, DateTimeOffset EndsAt, DateTimeOffset? SeenAt)
{
    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    /// <summary>Whether it is time to write down again that it is in use.</summary>
    public bool IsUnseen(DateTimeOffset now) => SeenAt is null || SeenAt + SeenPrecision <= now;
}

/// <summary>What is known of sessions and tokens for half a minute. Forgotten as a whole: endings are rare.</summary>
public sealed class CredentialCache(TimeProvider clock)
{
    public RecentAnswers<Guid, Credential?> Sessions { get; } = new(clock);

    public RecentAnswers<string, Credential?> Tokens { get; } = new(clock);

    public void Forget()
    {
        Sessions.Forget();
        Tokens.Forget();
    }
}
