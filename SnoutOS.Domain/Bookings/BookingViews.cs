namespace SnoutOS.Domain.Bookings;

public enum WindowPhase
{
    Upcoming,
    Active,
    Ended,
}

/// <summary>When the visit's sitter may write to the client.</summary>
public sealed record WindowView(DateTimeOffset OpensAt, DateTimeOffset ClosesAt, WindowPhase Status);

/// <summary>One visit as owners and admins see it.</summary>
public sealed record VisitView(
    Guid Id,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    Guid? SitterId,
    string? SitterName,
    VisitStatus Status,
    MeetAndGreetState MeetAndGreet,
    string Notes,
    WindowView? Window);

/// <summary>A booking with its visits. Start and end are those of its first occurrence.</summary>
public sealed record BookingView(
    Guid Id,
    Guid ClientId,
    string ServiceCode,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    Recurrence Recurrence,
    DateOnly? Until,
    Guid? SitterId,
    VisitStatus Status,
    IReadOnlyList<VisitView> Visits);

/// <summary>One visit in a calendar, with what it is about.</summary>
public sealed record CalendarVisit(
    VisitView Visit, Guid BookingId, Recurrence Recurrence, Guid ClientId, string ClientName, string Pets, string ServiceCode, string ServiceName);

/// <summary>A visit, and the conversation with its client if there is one.</summary>
/// <param name="WrittenLately">How many messages of the client's in that conversation could be handed over to another sitter.</param>
public sealed record VisitCard(CalendarVisit Visit, Guid? ThreadId, int WrittenLately);

/// <summary>What there is to put into a calendar.</summary>
public enum CalendarStage
{
    NoClients,
    NothingBooked,
    Underway,
}

/// <summary>A stretch of time, its start included and its end not; an end that is null lies open.</summary>
public readonly record struct TimeRange(DateTimeOffset? From, DateTimeOffset? To);
