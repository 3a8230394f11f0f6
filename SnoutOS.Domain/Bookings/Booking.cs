namespace SnoutOS.Domain.Bookings;

public enum Recurrence
{
    None,
    Weekly,
}

/// <summary>
/// One job or a weekly series for a client. A series keeps its wall-clock times in the business's zone; each occurrence
/// is a <see cref="Visit"/>.
/// </summary>
public sealed class Booking
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid ClientId { get; init; }

    public string ServiceCode { get; init; } = "";

    public Recurrence Recurrence { get; init; }

    /// <summary>The first occurrence's start on the wall clock of the business's zone.</summary>
    public DateTime LocalStart { get; set; }

    /// <summary>The first occurrence's end on the same clock.</summary>
    public DateTime LocalEnd { get; set; }

    /// <summary>The last day on which an occurrence may start; null for a series without an end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Who cares for the occurrences that are still to be made; a single visit may have somebody else.</summary>
    public Guid? SitterId { get; set; }

    /// <summary>Occurrences that start on this day or before it have been made.</summary>
    public DateOnly MadeThrough { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; set; }
}
