using SnoutOS.Domain.Bookings;

namespace SnoutOS.Web.Api;

/// <param name="SitterId">Who cares for the occurrences that are still to be made.</param>
/// <param name="StartsAt">The start of the first occurrence.</param>
public sealed record BookingAnswer(
    Guid Id,
    Guid ClientId,
    string Service,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    Recurrence Recurrence,
    DateOnly? Until,
    Guid? SitterId,
    VisitStatus Status,
    IReadOnlyList<VisitAnswer> Visits)
{
    public static BookingAnswer Of(BookingView booking) => new(
        booking.Id,
        booking.ClientId,
        booking.ServiceCode,
        booking.StartsAt,
        booking.EndsAt,
        booking.Recurrence,
        booking.Until,
        booking.SitterId,
        booking.Status,
        [.. booking.Visits.Select(VisitAnswer.Of)]);
}

/// <param name="Window">When the sitter may write to the client; null without one.</param>
/// <param name="MeetAndGreet">How far a first meeting has come; null for any other visit.</param>
public sealed record VisitAnswer(
    Guid Id, DateTimeOffset StartsAt, DateTimeOffset EndsAt, Guid? SitterId, VisitStatus Status, WindowView? Window, MeetAndGreetState? MeetAndGreet)
{
    public static VisitAnswer Of(VisitView visit) => new(
        visit.Id,
        visit.StartsAt,
        visit.EndsAt,
        visit.SitterId,
        visit.Status,
        visit.Window,
        visit.MeetAndGreet == MeetAndGreetState.NotOne ? null : visit.MeetAndGreet);
}
