using System.Globalization;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Routing;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>The words around what an owner does with a conversation.</summary>
public static class ActWords
{
    public static string Messages(int count) => count == 1 ? "1 message" : $"{count.ToString(CultureInfo.InvariantCulture)} messages";

    /// <summary>When a sitter is with the client.</summary>
    public static string When(SitterNear sitter, DateTimeOffset now, OrganizationTime time) => sitter.IsThereAt(now)
        ? $"Booked now, can write until {Until(sitter.ClosesAt, time)}"
        : $"Comes next, can write from {time.Ahead(sitter.OpensAt)}";

    public static string When(NextVisit visit, DateTimeOffset now, OrganizationTime time) =>
        visit.StartsAt <= now ? $"that goes on until {Until(visit.EndsAt, time)}" : time.Ahead(visit.StartsAt);

    /// <summary>"Ana and Ben are both booked now."</summary>
    public static string Booked(IReadOnlyList<SitterNear> sitters) => sitters switch
    {
        [] => "Nobody who could take it is booked any more.",
        [var only] => $"{PersonName.FirstOf(only.Name)} is booked now.",
        [var one, var two] => $"{PersonName.FirstOf(one.Name)} and {PersonName.FirstOf(two.Name)} are both booked now.",
        _ => $"{sitters.Count.ToString(CultureInfo.InvariantCulture)} sitters are booked now.",
    };

    public static string Choice(ChoiceFact choice, string? chosenName, OrganizationTime time)
    {
        var until = Until(choice.ChosenAt + ChoiceFact.HoldsFor, time);
        return chosenName is null
            ? $"You have taken over: what they write here comes to you alone until {until}."
            : $"{PersonName.FirstOf(chosenName)} gets what they write here while booked, until {until}.";
    }

    public static string Until(DateTimeOffset end, OrganizationTime time) => time.Day(end) == time.Today ? time.Clock(end) : time.Ahead(end);

    /// <summary>"9:41 AM", with the day where it is not today's.</summary>
    public static string Moment(DateTimeOffset at, OrganizationTime time) => time.Day(at) == time.Today ? time.Clock(at) : $"{time.Date(at)}, {time.Clock(at)}";

    /// <summary>Where a client's visits are: the week of the next one on the calendar.</summary>
    public static string VisitsHref(NextVisit? visit, OrganizationTime time) =>
        visit is null ? "bookings" : $"bookings?week={time.Day(visit.StartsAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public static string NameOf(IReadOnlyList<SitterNear> sitters, Guid sitterId) =>
        sitters.FirstOrDefault(sitter => sitter.Id == sitterId) is { } found ? PersonName.FirstOf(found.Name) : "them";

    public static string NameOf(IReadOnlyList<SitterListing> sitters, Guid? sitterId) =>
        sitters.FirstOrDefault(sitter => sitter.Id == sitterId) is { } found ? PersonName.FirstOf(found.Name) : "A sitter";

    /// <summary>Who else sees a message, in one mark; null when nobody does.</summary>
    public static string? SeenBy(IReadOnlyList<string> sitters, string what = "this") => sitters switch
    {
        [] => null,
        [var only] => $"{PersonName.FirstOf(only)} sees {what}",
        _ => $"{string.Join(" and ", sitters.Select(PersonName.FirstOf))} see {what}",
    };
}
