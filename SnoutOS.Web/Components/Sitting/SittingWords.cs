using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;
using SnoutOS.Web.Components.Shared;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Web.Components.Sitting;

/// <summary>What a sitter is told about when they may write, and why not.</summary>
public static class SittingWords
{
    /// <summary>"Open until 11:00 AM" or "Opens tomorrow at 8:00 AM".</summary>
    public static string Window(WindowStanding windows, OrganizationTime time) => windows switch
    {
        { ClosesAt: { } closes } => $"Open until {(time.Day(closes) == time.Today ? time.Clock(closes) : time.Ahead(closes))}",
        { NextOpensAt: { } opens } => $"Opens {time.Ahead(opens)}",
        _ => "Closed",
    };

    /// <summary>"Visit today 12:00 PM to 12:30 PM"; of one that began on an earlier day, its end.</summary>
    public static string Visit(SittingVisit visit, OrganizationTime time)
    {
        var (starts, ends) = (time.Day(visit.StartsAt), time.Day(visit.EndsAt));
        var end = starts == ends ? time.Clock(visit.EndsAt) : $"{time.DayAhead(visit.EndsAt)} {time.Clock(visit.EndsAt)}";
        return starts < time.Today ? $"Visit until {end}" : $"Visit {time.DayAhead(visit.StartsAt)} {time.Clock(visit.StartsAt)} to {end}";
    }

    /// <summary>Why there is no box to write in, and when there will be one; null while there is.</summary>
    public static string? Closed(ThreadSummary thread, bool isLocked, OrganizationTime time) => (isLocked, thread) switch
    {
        (true, _) => "Your messaging is paused for now. The office can tell you more.",
        (_, { OptedOut: true }) => $"{thread.ClientName} opted out of texts, so nothing you write would arrive.",
        (_, { Windows.IsActive: true }) => null,
        (_, { Windows.NextOpensAt: { } opens }) => $"You can write to {thread.ClientName} {Again(thread)}{From(opens, time)}.",
        _ => $"Your visits with {thread.ClientName} are over. When the office books you again, you can write here.",
    };

    /// <summary>What stands over a message of theirs that has not gone out; null for every other.</summary>
    public static string? State(MessageView message) => message switch
    {
        { AwaitsApproval: true } => "Waiting for the office's OK",
        { Status: MessageStatus.Dismissed } => "Kept back by the office",
        _ => null,
    };

    /// <summary>Null when the message was taken. The text is kept in every other case.</summary>
    public static Refusal? Refusal(SendVerdict verdict, string clientName, OrganizationTime time) => verdict switch
    {
        SendVerdict.WindowClosed({ } opens) =>
            new Refusal($"The time to write to {clientName} is over. Your text is kept; you can send it {From(opens, time)}."),
        SendVerdict.WindowClosed => new Refusal($"The time to write to {clientName} is over. Your text is kept; you can tell the office."),
        SendVerdict.SitterLocked => new Refusal("Your messaging is paused for now. Your text is kept; you can tell the office."),
        SendVerdict.NumberInactive => new Refusal("The number you write from is not in use any more. Your text is kept; you can tell the office."),
        SendVerdict.RecipientOptedOut => new Refusal($"{clientName} opted out of texts, so it would not arrive. You can tell the office."),
        SendVerdict.NoPhone => new Refusal($"The office has no phone for {clientName}. Your text is kept; you can tell the office."),
        _ => RefusalWords.Of(verdict),
    };

    /// <summary>Null when the office has it. The text is kept in every other case.</summary>
    public static string? Refusal(OfficeNoteResult result) => result switch
    {
        OfficeNoteResult.Left => null,
        OfficeNoteResult.BodyEmpty => "Write what the office should know.",
        OfficeNoteResult.BodyTooLong(var length) => $"That is {length - MessageSender.MaxBodyLength:N0} characters too long. Make it shorter.",
        OfficeNoteResult.ThreadNotFound => "This conversation is not yours any more. Please call the office.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"tomorrow from 8:00 AM", "on Tue from 8:00 AM".</summary>
    private static string From(DateTimeOffset opens, OrganizationTime time)
    {
        var day = time.DayAhead(opens);
        return $"{(day is "today" or "tomorrow" ? day : $"on {day}")} from {time.Clock(opens)}";
    }

    private static string Again(ThreadSummary thread) => thread.LastMessageDirection is null ? "" : "again ";
}
