namespace SnoutOS.Domain.Bookings;

/// <summary>How far a first meeting has come. Everything but <see cref="NotOne"/> belongs to meet-and-greets.</summary>
public enum MeetAndGreetState
{
    NotOne,

    /// <summary>The sitter may not write yet.</summary>
    Closed,

    /// <summary>The owner let the sitter write.</summary>
    Open,
    Approved,
    Failed,
}

/// <summary>What a visit is at an instant; derived from the clock, only the cancellation is stored.</summary>
public enum VisitStatus
{
    Upcoming,
    InProgress,
    Done,
    Cancelled,
}

/// <summary>One occurrence of a booking: from when to when which sitter, if any, is with the client's pets.</summary>
public sealed class Visit
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid BookingId { get; init; }

    public Guid ClientId { get; init; }

    public string ServiceCode { get; init; } = "";

    /// <summary>Which day of the series it stands for, also after it was moved: what keeps it from being made twice.</summary>
    public DateOnly SeriesDay { get; init; }

    public DateTimeOffset StartsAt { get; set; }

    public DateTimeOffset EndsAt { get; set; }

    public Guid? SitterId { get; set; }

    /// <summary>What the sitter should know about this visit.</summary>
    public string Notes { get; set; } = "";

    public MeetAndGreetState MeetAndGreet { get; set; }

    /// <summary>Somebody moved this one by itself, so a change of the whole series leaves its time alone.</summary>
    public bool MovedAlone { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>A first meeting of which the owner has said how it went.</summary>
    public bool IsDecidedOn => MeetAndGreet is MeetAndGreetState.Approved or MeetAndGreetState.Failed;

    public VisitStatus StatusAt(DateTimeOffset instant) =>
        CancelledAt is not null ? VisitStatus.Cancelled
        : instant < StartsAt ? VisitStatus.Upcoming
        : instant < EndsAt ? VisitStatus.InProgress
        : VisitStatus.Done;
}
