using System.Diagnostics;
using System.Globalization;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Windows;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Settings;

/// <summary>What a change of services means, in words.</summary>
public static class ServiceWords
{
    /// <summary>How many of the visits that a change moves are named.</summary>
    public const int Examples = 3;

    /// <summary>Why nothing was changed, in one sentence; null when it was, or could be.</summary>
    public static string? Of(ServiceVerdict verdict) => verdict switch
    {
        ServiceVerdict.Done => null,
        ServiceVerdict.NotFound => "This service is no longer on your list.",
        ServiceVerdict.NameTaken => "A service of this name is on your list already.",
        ServiceVerdict.BadName => "A service needs a short name with a letter or a digit in it.",
        ServiceVerdict.BadBuffers => "Put in minutes from 0 to 1,440, which is a whole day.",
        _ => throw new UnreachableException($"No word for {verdict.GetType().Name}."),
    };

    public static string Outlook(int windows) => windows switch
    {
        0 => "No visit that is not over changes. New visits get these times.",
        1 => "1 visit gets other times in which its sitter may write.",
        _ => $"{Number(windows)} visits get other times in which their sitters may write.",
    };

    public static string Outcome(int windows) => windows switch
    {
        0 => "Saved.",
        1 => "Saved. 1 visit has its new times.",
        _ => $"Saved. {Number(windows)} visits have their new times.",
    };

    /// <summary>"Mar 4, 11:00 AM to 1:30 PM instead of 11:30 AM to 1:00 PM".</summary>
    public static string Shift(WindowShift shift, OrganizationTime time) => $"{Span(shift.To, time)} instead of {Span(shift.From, time)}";

    private static string Span(WindowSpan span, OrganizationTime time) => time.Day(span.OpensAt) == time.Day(span.ClosesAt)
        ? $"{time.Date(span.OpensAt)}, {time.Clock(span.OpensAt)} to {time.Clock(span.ClosesAt)}"
        : $"{time.Date(span.OpensAt)}, {time.Clock(span.OpensAt)} to {time.Date(span.ClosesAt)}, {time.Clock(span.ClosesAt)}";

    private static string Number(int count) => count.ToString("N0", CultureInfo.GetCultureInfo("en-US"));
}
