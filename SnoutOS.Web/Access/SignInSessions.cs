using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Access;

/// <summary>Browsers that are signed in. The cookie only names a session; whether it still counts is asked here.</summary>
public sealed class SignInSessions(SnoutDb database, Writer writer, CredentialCache cache, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(60);

    /// <summary>Begins a session and returns its id.</summary>
    public async Task<Guid> BeginAsync(User user, string browser, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = new SignInSession
        {
            OrganizationId = user.OrganizationId,
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            Browser = browser,
            CreatedAt = now,
            LastSeenAt = now,
        };
        await writer.CommitAsync(user.OrganizationId, db => Task.FromResult(db.Add(session)), cancellationToken);
        return session.Id;
    }

    /// <summary>The session's user if it still counts. A request is a sign of life, a look from within is not.</summary>
    public async Task<Credential?> CheckAsync(Guid sessionId, string stamp, bool inUse, CancellationToken cancellationToken)
    {
        var session = await cache.Sessions.GetAsync(sessionId, LookUpAsync);
        var now = clock.GetUtcNow();
        if (session is null || session.Stamp != stamp || session.EndsAt <= now || session.SeenAt + LongestIdle <= now)
        {
            return null;
        }

        if (inUse && session.IsUnseen(now))
        {
            await writer.CommitAsync(
                session.Actor.OrganizationId,
                db => db.SignInSessions.Where(row => row.Id == sessionId)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now), cancellationToken),
                cancellationToken);
            cache.Sessions.Forget(sessionId);
        }

        return session;
    }

    /// <summary>The user's sessions that still count, the latest first.</summary>
    public async Task<IReadOnlyList<SignInSession>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(actor.OrganizationId);
        return await LiveOf(db, actor).AsNoTracking().OrderByDescending(session => session.LastSeenAt).ToListAsync(cancellationToken);
    }

    public Task EndAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken) =>
        EndAsync(actor, live => live.Where(session => session.Id == sessionId), cancellationToken);

    public Task EndOthersAsync(Actor actor, Guid thisSession, CancellationToken cancellationToken) =>
        EndAsync(actor, live => live.Where(session => session.Id != thisSession), cancellationToken);

    private async Task EndAsync(
        Actor actor, Func<IQueryable<SignInSession>, IQueryable<SignInSession>> which, CancellationToken cancellationToken)
    {
        await writer.CommitAsync(
            actor.OrganizationId,
            db => which(LiveOf(db, actor))
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, clock.GetUtcNow()), cancellationToken),
            cancellationToken);
        cache.Forget();
    }

    private IQueryable<SignInSession> LiveOf(SnoutDbContext db, Actor actor)
    {
        var now = clock.GetUtcNow();
        var (begun, seen) = (now - Longest, now - LongestIdle);
        return db.SignInSessions.Where(session =>
            session.UserId == actor.UserId && session.EndedAt == null && session.CreatedAt > begun && session.LastSeenAt > seen);
    }

    private async Task<Credential?> LookUpAsync(Guid sessionId)
    {
        await using var db = database.ForInstallation();
        var found = await db.AllSignInSessions().AsNoTracking()
            .Where(session => session.Id == sessionId && session.EndedAt == null)
            .Join(db.AllUsers(), session => session.UserId, user => user.Id, (session, user) => new { session, user })
            .SingleOrDefaultAsync();
        return found is null || found.user.IsLockedOut(clock.GetUtcNow())
            ? null
            : new Credential(
                found.session.Id,
                found.user.ToActor(),
                found.user.SecurityStamp ?? "",
                Scopes.Everything,
                found.session.CreatedAt + Longest,
                found.session.LastSeenAt);
    }
}
