namespace SnoutOS.Domain.Windows;

/// <summary>
/// When a visit's sitter may write to its client: from the pre-buffer before the visit to the post-buffer after it,
/// start included, end not. It is on the client's thread on the sitter's own number and on the pool number that the
/// client holds, never on the front desk. At most one of a visit is live; a cancelled one stays as history.
/// </summary>
public sealed class AssignmentWindow
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid VisitId { get; init; }

    public Guid ClientId { get; init; }

    public Guid SitterId { get; init; }

    public DateTimeOffset OpensAt { get; set; }

    /// <summary>The first instant at which the sitter may no longer write.</summary>
    public DateTimeOffset ClosesAt { get; set; }

    public DateTimeOffset VisitStartsAt { get; set; }

    public DateTimeOffset VisitEndsAt { get; set; }

    /// <summary>Whether it is on pool numbers alone: a first meeting never happens on the sitter's own number.</summary>
    public bool PoolOnly { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; set; }
}
