using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Sitters;

/// <summary>A row of a sitter's list: a conversation, or a visit about which there is none yet.</summary>
public sealed record SittingRow
{
    /// <summary>Null where nobody has written and no conversation was made ahead.</summary>
    public Guid? ThreadId { get; init; }

    /// <summary>The visit for which the conversation can be opened; null once there is one.</summary>
    public Guid? VisitId { get; init; }

    public required Guid ClientId { get; init; }

    /// <summary>The first name, or both of a couple.</summary>
    public required string ClientName { get; init; }

    public required string Pets { get; init; }

    public required WindowStanding Windows { get; init; }

    public int Unread { get; init; }

    public DateTimeOffset? LastMessageAt { get; init; }

    public string LastMessagePreview { get; init; } = "";

    public Direction? LastMessageDirection { get; init; }

    internal static SittingRow Of(ThreadSummary thread) => new()
    {
        ThreadId = thread.Id,
        ClientId = thread.ClientId,
        ClientName = thread.ClientName,
        Pets = thread.Pets,
        Windows = thread.Windows,
        Unread = thread.Unread,
        LastMessageAt = thread.LastMessageDirection is null ? null : thread.LastMessageAt,
        LastMessagePreview = thread.LastMessagePreview,
        LastMessageDirection = thread.LastMessageDirection,
    };
}

/// <summary>The visit that a conversation is about, as its sitter should know it.</summary>
public sealed record SittingVisit(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Notes);

/// <summary>What a sitter's open conversation shows beside its messages.</summary>
public sealed record SittingView(bool IsLocked, SittingVisit? Visit);
