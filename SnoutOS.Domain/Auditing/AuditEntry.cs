namespace SnoutOS.Domain.Auditing;

/// <summary>
/// One audited act. Rows are numbered per organization and chained by hash from the first one, inserted only, and
/// hold no client content: ids, types and the actor's reason.
/// </summary>
public sealed class AuditEntry
{
    public Guid OrganizationId { get; init; }

    /// <summary>1, 2, 3 … within the organization.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who did it: a user's id, or null for the product and the operator.</summary>
    public Guid? ActorUserId { get; init; }

    /// <summary>The actor's role or part: owner, admin, sitter, operator, system.</summary>
    public string Actor { get; init; } = "";

    /// <summary>What was done, such as <c>flag.changed</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>What it was done to, as kind and id.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Types that belong to the act (flags, findings), comma-separated.</summary>
    public string Types { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>The hash of the row before; 64 zeros for the first.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>SHA-256 over the previous hash and this row's fields, lower-case hex.</summary>
    public string Hash { get; init; } = "";
}
