using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Rollout;

/// <summary>What the environment said at start, and what holds where neither it nor the database says anything.</summary>
public sealed record FlagSettings(IReadOnlyDictionary<Flag, DeploymentState> Environment, DeploymentState Default)
{
    public static FlagSettings Closed { get; } = new(new Dictionary<Flag, DeploymentState>(), DeploymentState.False);
}

/// <summary>One flag for one organization: what the deployment says, what the organization says, what follows.</summary>
public sealed record FlagState(Flag Flag, DeploymentState Deployment, bool? Organization, bool Effective);

/// <summary>The flags as one unit of work sees them: one snapshot, whatever is flipped meanwhile.</summary>
public sealed record EffectiveFlags(FlagState Messaging, FlagState ProactiveThreadCreation, FlagState SitterMessages)
{
    public IEnumerable<FlagState> All => [Messaging, ProactiveThreadCreation, SitterMessages];
}

/// <summary>
/// The switches of the rollout. A change made here holds at once; one made by another process within five seconds.
/// </summary>
public sealed class MessagingFlags(SnoutDb database, Writer writer, TimeProvider clock, FlagSettings settings)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(3);

    private volatile Snapshot? _snapshot;

    public async ValueTask<EffectiveFlags> OfAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var snapshot = _snapshot;
        if (snapshot is null || clock.GetUtcNow() - snapshot.ReadAt >= MaxAge)
        {
            snapshot = await ReadAsync(cancellationToken);
        }

        var messaging = Judge(snapshot, organizationId, Flag.Messaging, prerequisite: true);
        return new EffectiveFlags(
            messaging,
            Judge(snapshot, organizationId, Flag.ProactiveThreadCreation, messaging.Effective),
            Judge(snapshot, organizationId, Flag.SitterMessages, messaging.Effective));
    }

    public async ValueTask<bool> MessagingIsOnAsync(Guid organizationId, CancellationToken cancellationToken) =>
        (await OfAsync(organizationId, cancellationToken)).Messaging.Effective;

    /// <summary>Whether there are conversations for somebody to look at: for a sitter, only with sitters' messages on.</summary>
    public async ValueTask<bool> AreOpenToAsync(Actor actor, CancellationToken cancellationToken)
    {
        var effective = await OfAsync(actor.OrganizationId, cancellationToken);
        return (actor.SeesEverything ? effective.Messaging : effective.SitterMessages).Effective;
    }

    /// <summary>Whether conversations are made before anybody writes.</summary>
    public async ValueTask<bool> IsProactiveAsync(Guid organizationId, CancellationToken cancellationToken) =>
        (await OfAsync(organizationId, cancellationToken)).ProactiveThreadCreation.Effective;

    /// <summary>Stores the deployment's state. A value in the environment still goes before it.</summary>
    public async Task SetDeploymentAsync(Flag flag, DeploymentState state, string reason, CancellationToken cancellationToken)
    {
        await writer.CommitInstallationAsync(async db =>
        {
            var stored = await db.DeploymentFlags.FindAsync([flag], cancellationToken);
            if (stored is null)
            {
                stored = new DeploymentFlag { Flag = flag };
                db.DeploymentFlags.Add(stored);
            }

            (stored.State, stored.Reason, stored.ChangedAt) = (state, reason, clock.GetUtcNow());
        }, cancellationToken);
        await ReadAsync(cancellationToken);
    }

    /// <summary>Sets or clears (null) the organization's own word, audited with its reason.</summary>
    public async Task SetOrganizationAsync(
        Actor actor, IReadOnlyDictionary<Flag, bool?> changes, string reason, CancellationToken cancellationToken)
    {
        await writer.CommitAsync(actor.OrganizationId, async db =>
        {
            foreach (var (flag, on) in changes)
            {
                await ChangeAsync(db, actor, flag, on, reason, cancellationToken);
            }
        }, cancellationToken);
        await ReadAsync(cancellationToken);
    }

    private async Task ChangeAsync(
        SnoutDbContext db, Actor actor, Flag flag, bool? on, string reason, CancellationToken cancellationToken)
    {
        var stored = await db.OrganizationFlags.FirstOrDefaultAsync(row => row.Flag == flag, cancellationToken);
        if (stored?.On == on)
        {
            return;
        }

        if (on is null)
        {
            db.OrganizationFlags.Remove(stored!);
        }
        else
        {
            stored ??= db.OrganizationFlags.Add(new OrganizationFlag { OrganizationId = actor.OrganizationId, Flag = flag }).Entity;
            (stored.On, stored.Reason, stored.ChangedAt) = (on.Value, reason, clock.GetUtcNow());
        }

        await AuditLog.AppendAsync(db, AuditAct.By(actor, "flag.changed", FlagNames.Of(flag), Word(on), reason), clock.GetUtcNow(), cancellationToken);
    }

    private static string Word(bool? on) => on switch { true => "on", false => "off", null => "none" };

    private FlagState Judge(Snapshot snapshot, Guid organizationId, Flag flag, bool prerequisite)
    {
        var deployment = settings.Environment.TryGetValue(flag, out var fixedState) ? fixedState
            : snapshot.Deployment.TryGetValue(flag, out var stored) ? stored
            : settings.Default;
        bool? organization = snapshot.Organizations.TryGetValue((organizationId, flag), out var on) ? on : null;
        var open = deployment switch
        {
            DeploymentState.True => organization is not false,
            DeploymentState.Pilot => organization is true,
            DeploymentState.False => false,
            DeploymentState.Shadow => false,
        };
        return new FlagState(flag, deployment, organization, open && prerequisite);
    }

    private async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        var deployment = await db.DeploymentFlags.AsNoTracking().ToDictionaryAsync(row => row.Flag, row => row.State, cancellationToken);
        var organizations = await db.AllOrganizationFlags().AsNoTracking()
            .ToDictionaryAsync(row => (row.OrganizationId, row.Flag), row => row.On, cancellationToken);
        return _snapshot = new Snapshot(clock.GetUtcNow(), deployment, organizations);
    }

    private sealed record Snapshot(
        DateTimeOffset ReadAt,
        Dictionary<Flag, DeploymentState> Deployment,
        Dictionary<(Guid Organization, Flag Flag), bool> Organizations);
}
