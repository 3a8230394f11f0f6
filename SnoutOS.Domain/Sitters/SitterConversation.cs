using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sitters;

/// <summary>
/// A conversation as one sitter sees it: its head is counted from the messages that were shared with this sitter and
/// from no others, so that neither order nor preview nor counters tell of the rest.
/// </summary>
public sealed class SitterConversation
{
    public Guid OrganizationId { get; init; }

    public Guid SitterId { get; init; }

    public Guid ThreadId { get; init; }

    public DateTimeOffset LastMessageAt { get; set; }

    public string LastMessagePreview { get; set; } = "";

    public Direction? LastMessageDirection { get; set; }

    /// <summary>How many inbound messages were shared; what the sitter's unread count is taken from.</summary>
    public int InboundCount { get; set; }

    /// <summary>How many of them the sitter has read.</summary>
    public int ReadCount { get; set; }
}

/// <summary>Why a sitter sees a message.</summary>
public enum ShareReason
{
    /// <summary>It was routed to them.</summary>
    Routed,

    /// <summary>They wrote it.</summary>
    Wrote,

    /// <summary>The owner wrote it for them to see.</summary>
    Shown,

    /// <summary>The owner handed it over to them.</summary>
    HandedOver,
}

/// <summary>That a sitter sees a message, and in which of their conversations. What is not here, no sitter sees.</summary>
public sealed class SharedMessage
{
    public Guid OrganizationId { get; init; }

    public Guid SitterId { get; init; }

    public Guid MessageId { get; init; }

    /// <summary>The sitter's conversation it appears in; another thread's than the message's own after a hand-over.</summary>
    public Guid ThreadId { get; init; }

    public ShareReason Reason { get; init; }

    /// <summary>The message's own instant, so that a conversation is read from one index.</summary>
    public DateTimeOffset MessageAt { get; init; }

    public DateTimeOffset SharedAt { get; init; }
}
