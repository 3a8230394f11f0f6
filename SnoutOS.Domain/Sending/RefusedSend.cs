namespace SnoutOS.Domain.Sending;

/// <summary>That a sitter tried to write outside their windows; counted on diagnostics. Holds no word of what they wrote.</summary>
public sealed class RefusedSend
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid ThreadId { get; init; }

    public Guid SitterUserId { get; init; }

    public DateTimeOffset At { get; init; }
}
