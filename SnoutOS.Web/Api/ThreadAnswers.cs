using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Phones;

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
    Failed,
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
        WindowStatus.None,
        null,
        null,
        thread.LastMessageAt,
        thread.LastMessagePreview,
        thread.Unread,
        [.. FlagsOf(thread)]);

    private static IEnumerable<ThreadFlag> FlagsOf(ThreadSummary thread)
    {
        if (thread.NeedsOwnerSince is not null)
        {
            yield return ThreadFlag.NeedsOwner;
        }

        if (thread.HasFailedSend)
        {
            yield return ThreadFlag.Failed;
        }

        if (thread.OptedOut)
        {
            yield return ThreadFlag.OptedOut;
        }

        if (thread.OptOutSuspected)
        {
            yield return ThreadFlag.OptOutSuspected;
        }
    }
}
