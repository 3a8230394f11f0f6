using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Bookings;

/// <summary>How visits and what becomes of them are spoken of.</summary>
public static class VisitWords
{
    public static string Service(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>What the chip of a visit looks like.</summary>
    public static string Look(VisitView visit) => visit switch
    {
        { Status: VisitStatus.Cancelled } => "cancelled",
        { SitterId: null, Status: VisitStatus.Upcoming or VisitStatus.InProgress } => "unassigned",
        { Status: VisitStatus.InProgress } => "running",
        { Window.Status: WindowPhase.Active } => "open",
        { Status: VisitStatus.Done } => "done",
        _ => "",
    };

    /// <summary>Null for a visit of which there is nothing special to say.</summary>
    public static string? Tag(VisitView visit) => visit switch
    {
        { Status: VisitStatus.Cancelled } => "Cancelled",
        { Status: VisitStatus.InProgress } => "Now",
        { MeetAndGreet: MeetAndGreetState.Approved } => "Went well",
        { MeetAndGreet: MeetAndGreetState.Failed } => "Went badly",
        { Status: VisitStatus.Done } => "Done",
        _ => null,
    };

    /// <summary>When the visit's sitter may write to the client, in a sentence.</summary>
    public static string Window(VisitView visit, OrganizationTime time) => visit switch
    {
        { Status: VisitStatus.Cancelled } => "The visit is cancelled, so nobody writes to the client for it.",
        { SitterName: null } => "Nobody can write to the client yet: the visit has no sitter.",
        { Window: null, MeetAndGreet: MeetAndGreetState.Closed } => $"{First(visit)} cannot write yet. Open the meet-and-greet to let them.",
        { Window: null } => $"{First(visit)} cannot write to the client for this visit.",
        { Window: { Status: WindowPhase.Upcoming } window } => $"{First(visit)} can write from {Stretch(window, time)}.",
        { Window: { Status: WindowPhase.Active } window } => $"{First(visit)} can write until {At(window.ClosesAt, time)}.",
        { Window: { } window } => $"{First(visit)} could write from {Stretch(window, time)}.",
    };

    /// <summary>What the place of a visit in the week says without words, for who hears it.</summary>
    public static string Rest(CalendarVisit visit, DateOnly day, OrganizationTime time)
    {
        string[] parts =
        [
            CalendarWords.Date(day),
            visit.Visit.SitterName is { } sitter ? $"with {sitter}" : "no sitter",
            .. visit.Recurrence == Recurrence.Weekly ? ["weekly"] : Array.Empty<string>(),
            .. visit.Visit.Status == VisitStatus.Cancelled ? ["cancelled"] : Array.Empty<string>(),
        ];
        return $"{string.Join(", ", parts)}. {Window(visit.Visit, time)}";
    }

    /// <summary>What a first meeting waits for; null for any other visit.</summary>
    public static string? Meeting(CalendarVisit calendar)
    {
        var (client, sitter) = (PersonName.FirstOfClient(calendar.ClientName), calendar.Visit.SitterName is { } name ? PersonName.FirstOf(name) : null);
        return calendar.Visit.MeetAndGreet switch
        {
            MeetAndGreetState.NotOne => null,
            MeetAndGreetState.Closed when sitter is null => $"Choose who meets {client} first.",
            MeetAndGreetState.Closed => $"{sitter} and {client} have not met. {sitter} can write once you open this meeting.",
            MeetAndGreetState.Open => $"{sitter} can write to {client}. Afterwards, say how it went.",
            MeetAndGreetState.Approved => $"It went well: you can send {sitter ?? "this sitter"} to {client}'s visits.",
            MeetAndGreetState.Failed => $"It did not go well: {sitter ?? "this sitter"} cannot be sent to {client}.",
        };
    }

    private static string First(VisitView visit) => PersonName.FirstOf(visit.SitterName ?? "");

    private static string Stretch(WindowView window, OrganizationTime time) => time.Day(window.OpensAt) == time.Day(window.ClosesAt)
        ? $"{time.Clock(window.OpensAt)} to {time.Clock(window.ClosesAt)}"
        : $"{At(window.OpensAt, time)} to {At(window.ClosesAt, time)}";

    private static string At(DateTimeOffset at, OrganizationTime time) =>
        time.Day(at) == time.Today ? time.Clock(at) : $"{CalendarWords.Date(time.Day(at))} at {time.Clock(at)}";
}
