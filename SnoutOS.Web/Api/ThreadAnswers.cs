using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Web.Api;

/// <summary>Whether a sitter may write on a conversation.</summary>
public enum WindowStatus
{
    Active,
    Upcoming,
    None,
}

/// <summary>What an owner should know of a conversation at a glance.</summary>
public enum ThreadFlag
{
    NeedsOwner,
    Urgent,
    OfficeNote,
    Snoozed,
    TakenOver,
    ChooseSitter,
    Merged,
    Failed,

    /// <summary>Messages are held back and wait for a decision.</summary>
    Held,

    /// <summary>Something was found in a message that was delivered.</summary>
    Flagged,
    OptedOut,
    OptOutSuspected,
}

public sealed record NamedAnswer(Guid Id, string Name);

/// <param name="Display">The number's short form.</param>
public sealed record ThreadNumberAnswer(NumberClass Class, PhoneNumber Display);

/// <summary>A conversation with a client on one number of the business.</summary>
/// <param name="Unread">Inbound messages that the caller has not read.</param>
public sealed record ThreadAnswer(
    Guid Id,
    NamedAnswer Client,
    ThreadNumberAnswer Number,
    NamedAnswer? Sitter,
    WindowStatus WindowStatus,
    DateTimeOffset? WindowEndsAt,
    DateTimeOffset? NextWindowStartsAt,
    DateTimeOffset LastMessageAt,
    string LastMessagePreview,
    int Unread,
    IReadOnlyList<ThreadFlag> Flags)
{
    public static ThreadAnswer Of(ThreadSummary thread) => new(
        thread.Id,
        new NamedAnswer(thread.ClientId, thread.ClientName),
        new ThreadNumberAnswer(thread.NumberClass, thread.Number),
        thread.SitterId is { } sitter ? new NamedAnswer(sitter, thread.SitterName ?? "") : null,
        thread.Windows.IsActive ? WindowStatus.Active : thread.Windows.NextOpensAt is null ? WindowStatus.None : WindowStatus.Upcoming,
        thread.Windows.ClosesAt,
        thread.Windows.NextOpensAt,
        thread.LastMessageAt,
        thread.LastMessagePreview,
        thread.Unread,
        [.. FlagsOf(thread)]);

    private static IEnumerable<ThreadFlag> FlagsOf(ThreadSummary thread) =>
        from flag in (IEnumerable<(ThreadFlag Name, bool IsSet)>)
        [
            (ThreadFlag.NeedsOwner, thread.NeedsOwnerSince is not null),
            (ThreadFlag.Urgent, thread.IsUrgent),
            (ThreadFlag.OfficeNote, thread.HasOfficeNote),
            (ThreadFlag.Snoozed, thread.SnoozedUntil is not null),
            (ThreadFlag.TakenOver, thread.Choice is { SitterId: null }),
            (ThreadFlag.ChooseSitter, thread is { LastRoutedBy: RoutingReason.OverlappingWindows, NeedsOwnerSince: not null }),
            (ThreadFlag.Merged, thread.MergedIntoId is not null),
            (ThreadFlag.Failed, thread.HasFailedSend),
            (ThreadFlag.Held, thread.Held > 0),
            (ThreadFlag.Flagged, thread.IsFlagged),
            (ThreadFlag.OptedOut, thread.OptedOut),
            (ThreadFlag.OptOutSuspected, thread.OptOutSuspected),
        ]
        where flag.IsSet
        select flag.Name;
}
