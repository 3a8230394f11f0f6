namespace SnoutOS.Domain.Sending;

/// <summary>How far a message waiting for the provider has come.</summary>
public enum OutboxState
{
    /// <summary>Waits for a worker.</summary>
    Pending,

    /// <summary>Committed before the request leaves: from here on, a crash means that nobody knows.</summary>
    Submitting,

    /// <summary>The answer was lost; asked for at the provider, never sent again.</summary>
    Ambiguous,

    /// <summary>Waits for the owner's approval, until its validity runs out.</summary>
    Held,

    /// <summary>Done with, one way or the other; the message's status tells which.</summary>
    Settled,
}

/// <summary>A message waiting for the provider, committed together with the message itself.</summary>
public sealed class OutboxEntry
{
    public Guid OrganizationId { get; init; }

    public Guid MessageId { get; init; }

    public Guid NumberId { get; init; }

    /// <summary>The client phone it goes to.</summary>
    public Guid ClientPhoneId { get; init; }

    /// <summary>The sitter who wrote it: their window is judged again as it leaves. Null for the office's.</summary>
    public Guid? SitterId { get; init; }

    public OutboxState State { get; set; }

    /// <summary>Since when it may leave: its commit, or the owner's approval.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When the request left; what a look-up at the provider is matched against.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>After this instant it no longer leaves.</summary>
    public DateTimeOffset ValidUntil { get; init; }

    /// <summary>A worker's claim; another worker may take it over afterwards.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>How many look-ups at the provider have found nothing.</summary>
    public int LookUps { get; set; }
}
