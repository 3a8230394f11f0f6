using System.ComponentModel.DataAnnotations;
using SnoutOS.Domain.Bookings;

namespace SnoutOS.Web.Api;

/// <param name="Service">A service of the business, by name or code.</param>
/// <param name="Until">The last day on which a visit of the series may start; left out for a series without an end.</param>
/// <param name="Notes">What the sitter should know.</param>
public sealed record BookingForm(
    [Required] Guid? ClientId,
    [Required, StringLength(BookingForm.LongestService)] string? Service,
    [Required] VisitTime? StartsAt,
    [Required] VisitTime? EndsAt,
    Recurrence Recurrence,
    DateOnly? Until,
    Guid? SitterId,
    [StringLength(BookingForm.LongestNotes)] string? Notes)
{
    private const int LongestService = 200;
    private const int LongestNotes = 2000;

    public NewBooking ToRequest() => new(ClientId!.Value, Service!, StartsAt!, EndsAt!, Recurrence, Until, SitterId, Notes ?? "");
}

/// <param name="SitterId">Null takes the present sitter off.</param>
/// <param name="VisitId">Which one, for one visit of a series.</param>
public sealed record SitterForm(Guid? SitterId, BookingScope Scope, Guid? VisitId)
{
    public BookingPart Of(Guid bookingId) => new(bookingId, Scope, VisitId);
}

/// <param name="VisitId">Which one, for one visit of a series; for a whole series, the visit whose new times these are.</param>
public sealed record TimeForm([Required] VisitTime? StartsAt, [Required] VisitTime? EndsAt, BookingScope Scope, Guid? VisitId)
{
    public BookingPart Of(Guid bookingId) => new(bookingId, Scope, VisitId);
}

/// <param name="VisitId">Which one, for one visit of a series.</param>
public sealed record CancelForm(BookingScope Scope, Guid? VisitId)
{
    public BookingPart Of(Guid bookingId) => new(bookingId, Scope, VisitId);
}

public sealed record MeetAndGreetForm([Required] MeetAndGreetOutcome? Outcome);
