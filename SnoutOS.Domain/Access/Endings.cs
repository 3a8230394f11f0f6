using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Access;

internal static class Endings
{
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
