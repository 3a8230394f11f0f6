using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Access;

/// <summary>
/// Checks an e-mail address and a password. Unknown, wrong and locked are one answer, and each costs one hash, so
/// that neither the words nor the time tell which addresses exist.
/// </summary>
public sealed partial class PasswordSignIn(
    SnoutDb database,
    Writer writer,
    CredentialCache cache,
    IPasswordHasher<User> hasher,
    ILookupNormalizer normalizer,
    TimeProvider clock,
    ILogger<PasswordSignIn> logger)
{
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(new User(), SecurityStamps.Next()));

    /// <summary>The user who may sign in, or null.</summary>
    public async Task<User?> CheckAsync(string email, string password, CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        var normalized = normalizer.NormalizeEmail(email.Trim());
        var seen = await db.AllUsers().AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedEmail == normalized, cancellationToken);
        var verified = Verify(seen, password);
        if (seen is null)
        {
            LogUnknown();
            return null;
        }

        var user = await writer.CommitAsync(seen.OrganizationId, tx => SettleAsync(tx, seen, verified, cancellationToken), cancellationToken);
        if (user is null)
        {
            // Should this have been the last wrong guess, then what is remembered of the user's sessions is no longer true.
            cache.Forget();
        }

        return user;
    }

    private PasswordVerificationResult Verify(User? user, string password) =>
        hasher.VerifyHashedPassword(
            user ?? new User(),
            user?.PasswordHash ?? _nobodysHash.Value,
            password.Length <= PasswordRules.MaxLength ? password : "");

    /// <summary>
    /// Guesses sent all at once are settled one after the other, each against the count that the one before left, so
    /// that the sixth is refused even if it was right.
    /// </summary>
    private async Task<User?> SettleAsync(SnoutDbContext db, User seen, PasswordVerificationResult verified, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var user = await db.Users.SingleAsync(user => user.Id == seen.Id, cancellationToken);
        if (user.IsLockedOut(now))
        {
            LogLocked(user.Id);
            return null;
        }

        if (verified == PasswordVerificationResult.Failed || user.PasswordHash != seen.PasswordHash)
        {
            await CountFailureAsync(db, user, now, cancellationToken);
            return null;
        }

        user.AccessFailedCount = 0;
        LogSignedIn(user.Id);
        return user;
    }

    private async Task CountFailureAsync(SnoutDbContext db, User user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        LogWrong(user.Id);
        if (user.CountFailure(now))
        {
            await db.EndSignInsAsync(user.Id, now, cancellationToken);
            LogLockedOut(user.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "User {UserId} signed in")]
    private partial void LogSignedIn(Guid userId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was refused: no such user")]
    private partial void LogUnknown();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in of user {UserId} was refused: wrong password")]
    private partial void LogWrong(Guid userId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in of user {UserId} was refused: locked out")]
    private partial void LogLocked(Guid userId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "User {UserId} is locked out after too many wrong passwords")]
    private partial void LogLockedOut(Guid userId);
}
