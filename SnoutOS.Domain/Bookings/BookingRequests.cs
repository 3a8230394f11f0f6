namespace SnoutOS.Domain.Bookings;

/// <summary>A booking to be made. The service is found by name or code.</summary>
/// <param name="Until">The last day on which a visit of the series may start; null for a series without an end.</param>
/// <param name="Notes">What the sitter should know.</param>
public sealed record NewBooking(
    Guid ClientId,
    string Service,
    VisitTime StartsAt,
    VisitTime EndsAt,
    Recurrence Recurrence = Recurrence.None,
    DateOnly? Until = null,
    Guid? SitterId = null,
    string Notes = "");

/// <summary>How much of a booking a change is about.</summary>
public enum BookingScope
{
    /// <summary>One visit.</summary>
    Visit,

    /// <summary>The visits whose window has not begun and those still to be made; the running one if it has no sitter.</summary>
    Series,
}

/// <summary>Which visits a change is about. A booking of one visit needs no more than its id.</summary>
public sealed record BookingPart(Guid BookingId, BookingScope Scope = BookingScope.Visit, Guid? VisitId = null);
