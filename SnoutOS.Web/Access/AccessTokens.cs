using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Access;

/// <summary>A token as it is handed out, once.</summary>
public sealed record IssuedToken(string Text, AccessToken Record);

/// <summary>Opaque bearer tokens: issued, looked up by their hash, revoked.</summary>
public sealed class AccessTokens(SnoutDb database, Writer writer, CredentialCache cache, TimeProvider clock)
{
    public const int MostPersonal = 25;

    public static readonly TimeSpan SignInLifetime = TimeSpan.FromHours(12);

    public static readonly TimeSpan LongestPersonal = TimeSpan.FromDays(90);

    public Task<IssuedToken> IssueForSignInAsync(Actor actor, CancellationToken cancellationToken) =>
        writer.CommitAsync(
            actor.OrganizationId,
            db => Task.FromResult(Add(db, actor, TokenKind.SignIn, "API sign-in", Scopes.Everything, clock.GetUtcNow() + SignInLifetime)),
            cancellationToken);

    /// <summary>Null if the user has as many as anybody may have. The caller has heard the request's objections.</summary>
    public Task<IssuedToken?> CreatePersonalAsync(Actor actor, PersonalTokenRequest wanted, CancellationToken cancellationToken) =>
        writer.CommitAsync(
            actor.OrganizationId,
            async db => await PersonalOf(db, actor).CountAsync(cancellationToken) < MostPersonal
                ? Add(db, actor, TokenKind.Personal, wanted.Name, string.Join(' ', wanted.Scopes), wanted.ExpiresAt)
                : null,
            cancellationToken);

    public async Task<IReadOnlyList<AccessToken>> ListPersonalAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(actor.OrganizationId);
        return await PersonalOf(db, actor).AsNoTracking().OrderByDescending(token => token.CreatedAt).ToListAsync(cancellationToken);
    }

    /// <summary>Whether there was such a token of this user to revoke.</summary>
    public async Task<bool> RevokeAsync(Actor actor, Guid tokenId, CancellationToken cancellationToken)
    {
        var revoked = await writer.CommitAsync(
            actor.OrganizationId,
            db => PersonalOf(db, actor).Where(token => token.Id == tokenId)
                .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, clock.GetUtcNow()), cancellationToken),
            cancellationToken);
        cache.Forget();
        return revoked > 0;
    }

    /// <summary>The token's user and scopes if it is good now.</summary>
    public async Task<Credential?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (!TokenText.Form().IsMatch(text))
        {
            return null;
        }

        var hash = TokenText.HashOf(text);
        var now = clock.GetUtcNow();
        var token = await cache.Tokens.GetAsync(hash, LookUpAsync);
        if (token is null || token.EndsAt <= now)
        {
            return null;
        }

        if (token.IsUnseen(now))
        {
            await NoteUseAsync(token, now, cancellationToken);
            cache.Tokens.Forget(hash);
        }

        return token;
    }

    private async Task<Credential?> LookUpAsync(string hash)
    {
        await using var db = database.ForInstallation();
        var found = await db.AllAccessTokens().AsNoTracking()
            .Where(token => token.Hash == hash && token.RevokedAt == null)
            .Join(db.AllUsers(), token => token.UserId, user => user.Id, (token, user) => new { token, user })
            .SingleOrDefaultAsync();
        return found is null || found.user.IsLockedOut(clock.GetUtcNow())
            ? null
            : new Credential(
                found.token.Id, found.user.ToActor(), found.user.SecurityStamp ?? "", found.token.Scopes, found.token.ExpiresAt, found.token.LastUsedAt);
    }

    private async Task NoteUseAsync(Credential token, DateTimeOffset now, CancellationToken cancellationToken) =>
        await writer.CommitAsync(
            token.Actor.OrganizationId,
            db => db.AccessTokens.Where(row => row.Id == token.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), cancellationToken),
            cancellationToken);

    private IQueryable<AccessToken> PersonalOf(SnoutDbContext db, Actor actor)
    {
        var now = clock.GetUtcNow();
        return db.AccessTokens.Where(token =>
            token.UserId == actor.UserId && token.Kind == TokenKind.Personal && token.RevokedAt == null && token.ExpiresAt > now);
    }

    private IssuedToken Add(SnoutDbContext db, Actor actor, TokenKind kind, string name, string scopes, DateTimeOffset expiresAt)
    {
        var text = TokenText.Next();
        var token = new AccessToken
        {
            OrganizationId = actor.OrganizationId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserId = actor.UserId,
            Kind = kind,
            Name = name,
            Scopes = scopes,
            Hash = TokenText.HashOf(text),
            Prefix = TokenText.PrefixOf(text),
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = expiresAt,
        };
        db.Add(token);
        return new IssuedToken(text, token);
    }
}
