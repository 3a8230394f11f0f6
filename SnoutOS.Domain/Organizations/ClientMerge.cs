namespace SnoutOS.Domain.Organizations;

/// <summary>
/// That two cards turned out to be one client. What moved to the survivor is kept by id, so that it can be undone; the
/// other's threads stay where they are, to be read and not to be written on.
/// </summary>
public sealed class ClientMerge
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid SurvivorId { get; init; }

    public Guid MergedId { get; init; }

    public DateTimeOffset MergedAt { get; init; }

    /// <summary>The ids of what moved, as JSON.</summary>
    public string Moved { get; init; } = "";

    public DateTimeOffset? UndoneAt { get; set; }
}
