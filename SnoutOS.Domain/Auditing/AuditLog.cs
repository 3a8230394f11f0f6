using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Auditing;

/// <summary>An act to be audited. Holds no client content: ids, types, and the actor's own reason.</summary>
public sealed record AuditAct(Guid? ActorUserId, string Actor, string Action, string Subject, string Types, string Reason)
{
    public static AuditAct By(Actor actor, string action, string subject, string types = "", string reason = "") =>
        new(actor.UserId, actor.Role.ToString().ToLowerInvariant(), action, subject, types, reason);

    public static AuditAct ByOperator(string action, string subject, string types = "", string reason = "") =>
        new(null, "operator", action, subject, types, reason);

    public static AuditAct BySystem(string action, string subject, string types = "", string reason = "") =>
        new(null, "system", action, subject, types, reason);
}

/// <summary>A place where the chain does not hold.</summary>
public sealed record BrokenChain(Guid OrganizationId, long Sequence, string Reason);

/// <summary>
/// The chained record of who did what. An entry is appended in the transaction of the act it tells of; changing,
/// removing or swapping any row breaks the chain from there on.
/// </summary>
public sealed class AuditLog(SnoutDb database)
{
    private static readonly string Beginning = new('0', 64);

    public static async Task AppendAsync(SnoutDbContext db, AuditAct act, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var last = db.Audit.Local.MaxBy(entry => entry.Sequence)
            ?? await db.Audit.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancellationToken);

        // PostgreSQL keeps no zero bytes, and what is hashed must be what is kept.
        act = act with { Reason = act.Reason.Replace("\0", "", StringComparison.Ordinal) };
        var truncated = at.ToUniversalTime().AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMicrosecond));
        var (sequence, previous) = (last?.Sequence + 1 ?? 1, last?.Hash ?? Beginning);
        db.Audit.Add(new AuditEntry
        {
            OrganizationId = db.OrganizationId,
            Sequence = sequence,
            At = truncated,
            ActorUserId = act.ActorUserId,
            Actor = act.Actor,
            Action = act.Action,
            Subject = act.Subject,
            Types = act.Types,
            Reason = act.Reason,
            PreviousHash = previous,
            Hash = HashOf(previous, db.OrganizationId, sequence, truncated, act),
        });
    }

    /// <summary>The first broken place of each organization's chain; empty when all hold.</summary>
    public async Task<IReadOnlyList<BrokenChain>> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var db = database.ForInstallation();
        var organizations = await db.AllOrganizations().Select(row => row.Id).ToListAsync(cancellationToken);
        var broken = new List<BrokenChain>();
        foreach (var organization in organizations)
        {
            if (await FirstBreakAsync(organization, cancellationToken) is { } place)
            {
                broken.Add(place);
            }
        }

        return broken;
    }

    private async Task<BrokenChain?> FirstBreakAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        await using var db = database.ForOrganization(organizationId);
        var (expected, previous) = (1L, Beginning);
        await foreach (var entry in db.Audit.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var act = new AuditAct(entry.ActorUserId, entry.Actor, entry.Action, entry.Subject, entry.Types, entry.Reason);
            var fault = entry.Sequence != expected ? "a row is missing before it"
                : entry.PreviousHash != previous ? "it does not follow the row before"
                : entry.Hash != HashOf(previous, organizationId, entry.Sequence, entry.At, act) ? "it was changed"
                : null;
            if (fault is not null)
            {
                return new BrokenChain(organizationId, entry.Sequence, fault);
            }

            (expected, previous) = (expected + 1, entry.Hash);
        }

        return null;
    }

    /// <summary>Each field goes in with its length before it, so that no two rows can read alike.</summary>
    private static string HashOf(string previous, Guid organizationId, long sequence, DateTimeOffset at, AuditAct act)
    {
        var text = new StringBuilder();
        string[] fields =
        [
            previous,
            organizationId.ToString("D"),
            sequence.ToString(CultureInfo.InvariantCulture),
            at.UtcTicks.ToString(CultureInfo.InvariantCulture),
            act.ActorUserId?.ToString("D") ?? "",
            act.Actor, act.Action, act.Subject, act.Types, act.Reason,
        ];
        foreach (var field in fields)
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}|");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
