using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Access;

/// <summary>What became of a change of password. The cases are closed.</summary>
public abstract record PasswordVerdict
{
    private PasswordVerdict()
    {
    }

    /// <summary>The user with their new stamp, for the browser that asked to sign in anew.</summary>
    public sealed record Changed(User User) : PasswordVerdict;

    /// <summary>The current password was wrong. Counts towards the lock-out like a sign-in.</summary>
    public sealed record WrongPassword : PasswordVerdict;

    public sealed record Refused(IReadOnlyList<string> Reasons) : PasswordVerdict;
}

/// <summary>
/// Changes a user's own password. Every browser, every client that signed in with the old one and every personal token
/// is signed out, so that whoever learned it has nothing left.
/// </summary>
public sealed class PasswordChange(
    IServiceScopeFactory scopes, PasswordSignIn signIn, SnoutDb database, Writer writer, CredentialCache cache, TimeProvider clock)
{
    public async Task<PasswordVerdict> ChangeAsync(Actor actor, string current, string wanted, CancellationToken cancellationToken)
    {
        var user = await FindAsync(actor, cancellationToken);
        if (await signIn.CheckAsync(user.Email ?? "", current, cancellationToken) is null)
        {
            return new PasswordVerdict.WrongPassword();
        }

        await using var scope = scopes.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var objections = await manager.PasswordObjectionsAsync(user, wanted);
        if (objections.Count > 0)
        {
            return new PasswordVerdict.Refused([.. objections.Select(error => error.Description)]);
        }

        var hash = manager.PasswordHasher.HashPassword(user, wanted);
        user = await writer.CommitAsync(actor.OrganizationId, db => StoreAsync(db, actor, hash, cancellationToken), cancellationToken);
        cache.Forget();
        return new PasswordVerdict.Changed(user);
    }

    private async Task<User> FindAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(actor.OrganizationId);
        return await db.Users.AsNoTracking().SingleAsync(user => user.Id == actor.UserId, cancellationToken);
    }

    private async Task<User> StoreAsync(SnoutDbContext db, Actor actor, string hash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var user = await db.Users.SingleAsync(user => user.Id == actor.UserId, cancellationToken);
        (user.PasswordHash, user.SecurityStamp) = (hash, SecurityStamps.Next());
        await db.EndSignInsAsync(actor.UserId, now, cancellationToken);
        await db.RevokePersonalTokensAsync(actor.UserId, now, cancellationToken);
        await AuditLog.AppendAsync(db, AuditAct.By(actor, "password.changed", $"user {actor.UserId}"), now, cancellationToken);
        return user;
    }
}
