using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;

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

internal static class Endings
{
    /// <summary>Signs a user out of every browser and every client that signed in with the password.</summary>
    public static async Task EndSignInsAsync(
        this SnoutDbContext db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken, Guid? exceptSession = null)
    {
        await db.AllSignInSessions()
            .Where(session => session.UserId == userId && session.EndedAt == null && session.Id != exceptSession)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
        await db.AllAccessTokens()
            .Where(token => token.UserId == userId && token.RevokedAt == null && token.Kind == TokenKind.SignIn)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancellationToken);
    }

    public static Task RevokePersonalTokensAsync(this SnoutDbContext db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.AllAccessTokens()
            .Where(token => token.UserId == userId && token.RevokedAt == null && token.Kind == TokenKind.Personal)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancellationToken);
}
