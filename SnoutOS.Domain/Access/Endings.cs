using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Access;

/// <summary>How sign-ins end before their time, in the transaction of what ended them.</summary>
public static class Endings
{
    /// <summary>Until when the account of somebody who left is locked out, unless they come back.</summary>
    public static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Signs a user out of every browser and every client that signed in with the password.</summary>
    public static async Task EndSignInsAsync(this SnoutDbContext db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.SignInSessions
            .Where(session => session.UserId == userId && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
        await db.AccessTokens
            .Where(token => token.UserId == userId && token.RevokedAt == null && token.Kind == TokenKind.SignIn)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancellationToken);
    }

    public static Task RevokePersonalTokensAsync(this SnoutDbContext db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.AccessTokens
            .Where(token => token.UserId == userId && token.RevokedAt == null && token.Kind == TokenKind.Personal)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancellationToken);
}
