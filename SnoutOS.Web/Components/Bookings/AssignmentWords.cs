using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>What somebody wants to do with a visit that they look at.</summary>
public enum VisitWish
{
    Move,
    Cancel,
}

/// <summary>Who is to care for a visit, and why that was refused if it was.</summary>
public sealed record SitterWish(Guid? SitterId, BookingVerdict? Refused = null);

/// <summary>A booking that was made, in a sentence, and the day of its first visit.</summary>
public sealed record BookingMade(string Sentence, DateOnly Day);

/// <summary>What came of an assignment.</summary>
public static class AssignmentWords
{
    /// <param name="client">The client's name.</param>
    /// <param name="sitter">The sitter's name; null when nobody is left.</param>
    /// <param name="scope">How much of the booking it was about.</param>
    public static string Done(string client, string? sitter, BookingScope scope) => (sitter, scope) switch
    {
        ({ } name, BookingScope.Visit) => $"{PersonName.FirstOf(name)} has the visit at {PersonName.FirstOfClient(client)}'s.",
        ({ } name, BookingScope.Series) => $"{PersonName.FirstOf(name)} has every visit at {PersonName.FirstOfClient(client)}'s that is still to come.",
        (null, BookingScope.Visit) => "The visit has no sitter now.",
        (null, BookingScope.Series) => "No visit of the series that is still to come has a sitter now.",
    };
}
