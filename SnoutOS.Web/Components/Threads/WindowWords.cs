using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Web.Components.Shared;

namespace SnoutOS.Web.Components.Threads;

/// <summary>When a sitter may write in a conversation, in a few words.</summary>
public static class WindowWords
{
    /// <summary>Null where no sitter may write and none will.</summary>
    public static string? Of(ThreadSummary thread, OrganizationTime time) => thread.Windows switch
    {
        { ClosesAt: { } closes } => $"{Who(thread)} can write until {Until(closes, time)}",
        { NextOpensAt: { } opens } => $"{Who(thread)} can write {From(opens, time)}",
        _ => null,
    };

    private static string Who(ThreadSummary thread) => thread.SitterName is { } name ? PersonName.FirstOf(name) : "A sitter";

    private static string Until(DateTimeOffset closes, OrganizationTime time) =>
        time.Day(closes) == time.Today ? time.Clock(closes) : time.Ahead(closes);

    private static string From(DateTimeOffset opens, OrganizationTime time) => $"from {time.Ahead(opens)}";
}
