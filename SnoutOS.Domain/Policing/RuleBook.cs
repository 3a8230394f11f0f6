using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>A business's rules as its pages and callers see them.</summary>
public sealed record RuleSet(PoachingPolicy SitterToClient, PoachingPolicy ClientToSitter, int ApproveFirst)
{
    public static RuleSet Usual { get; } = Of(new PoachingRules());

    /// <summary>One for both directions.</summary>
    public Sensitivity Sensitivity => SitterToClient.Sensitivity;

    /// <summary>Whether the number of approvals is in range.</summary>
    public bool IsPossible => ApproveFirst is >= 0 and <= PoachingRules.MostApprovals;

    /// <summary>The answers to what goes that way: out is from a sitter to a client, in from a client to a sitter.</summary>
    public PoachingPolicy For(Direction direction) => direction == Direction.Outbound ? SitterToClient : ClientToSitter;

    public RuleSet With(Sensitivity sensitivity) => this with
    {
        SitterToClient = SitterToClient with { Sensitivity = sensitivity },
        ClientToSitter = ClientToSitter with { Sensitivity = sensitivity },
    };

    public RuleSet With(Direction direction, FindingType type, PoachingAction action) => direction == Direction.Outbound
        ? this with { SitterToClient = SitterToClient.With(type, action) }
        : this with { ClientToSitter = ClientToSitter.With(type, action) };

    internal static RuleSet Of(PoachingRules rules) => new(rules.ForSitters, rules.ForClients, rules.ApproveFirst);
}

/// <summary>What a business does about findings, read and changed by its owners.</summary>
public sealed class RuleBook(SnoutDb database, Writer writer, TimeProvider clock)
{
    public async Task<RuleSet> ReadAsync(Actor reader, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(reader.OrganizationId);
        return RuleSet.Of(await db.RulesAsync(cancellationToken));
    }

    /// <summary>Holds from the next message on; what was decided before stays as it was. False for a number of approvals out of range.</summary>
    public async Task<bool> SaveAsync(Actor actor, RuleSet rules, CancellationToken cancellationToken)
    {
        if (!rules.IsPossible)
        {
            return false;
        }

        await writer.CommitAsync(actor.OrganizationId, async db =>
        {
            var row = await db.PoachingRules.FirstOrDefaultAsync(cancellationToken)
                ?? db.PoachingRules.Add(new PoachingRules { OrganizationId = actor.OrganizationId }).Entity;
            (row.SitterToClient, row.ClientToSitter) = (rules.SitterToClient.Actions, rules.ClientToSitter.Actions);
            (row.Sensitivity, row.ApproveFirst) = (rules.Sensitivity, rules.ApproveFirst);
            var act = AuditAct.By(actor, "anti_poaching.rules_changed", "rules", TagWords.Of(rules.Sensitivity));
            await AuditLog.AppendAsync(db, act, clock.GetUtcNow(), cancellationToken);
        }, cancellationToken);
        return true;
    }
}
