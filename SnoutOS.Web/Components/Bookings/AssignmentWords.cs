using System.Globalization;
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

/// <summary>A sitter was given a visit, or taken off it.</summary>
/// <param name="Sentence">What happened.</param>
/// <param name="Before">The visit as it was.</param>
/// <param name="Sitter">Who has it now; null when nobody does.</param>
public sealed record AssignmentDone(string Sentence, VisitCard Before, SitterListing? Sitter)
{
    /// <summary>Whether another sitter takes over from one to whom the client has just written.</summary>
    public bool LeavesMessages => Sitter is not null && Before is { ThreadId: not null, WrittenLately: > 0 }
        && Before.Visit.Visit.SitterId is { } before && before != Sitter.Id;
}

/// <summary>A booking that was made, in a sentence, and the day of its first visit.</summary>
public sealed record BookingMade(string Sentence, DateOnly Day);

/// <summary>What came of an assignment.</summary>
public static class AssignmentWords
{
    public static string Messages(int count) => count == 1 ? "1 message" : string.Create(CultureInfo.InvariantCulture, $"{count} messages");

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
