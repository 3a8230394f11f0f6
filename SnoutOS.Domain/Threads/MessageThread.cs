namespace SnoutOS.Domain.Threads;

/// <summary>
/// The conversation between one client and one number of the business. Unique on organization, client and number, so
/// that no message can ever land with another client; it always has a number. The row carries the head of the
/// conversation (last message, counts), kept in the transaction of each message, so that a list never reads messages.
/// </summary>
public sealed class MessageThread
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid ClientId { get; init; }

    public Guid NumberId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the newest message was received or written; the creation instant of a thread without messages.</summary>
    public DateTimeOffset LastMessageAt { get; set; }

    public string LastMessagePreview { get; set; } = "";

    public Direction? LastMessageDirection { get; set; }

    /// <summary>Which client phone wrote last, so that the answer goes back to it; null before the first inbound one.</summary>
    public Guid? LastClientPhoneId { get; set; }

    /// <summary>How many inbound messages this thread ever had; a reader's unread count is this less what they had read.</summary>
    public int InboundCount { get; set; }

    public int MessageCount { get; set; }

    /// <summary>Set while something waits for the owner: since when. Cleared by an answer or by marking it handled.</summary>
    public DateTimeOffset? NeedsOwnerSince { get; set; }

    /// <summary>Since when the messages routed to a sitter wait to be opened by them; null when none do.</summary>
    public DateTimeOffset? AwaitsSitterSince { get; set; }

    /// <summary>Whom they wait for.</summary>
    public Guid? AwaitsSitterId { get; set; }

    /// <summary>Until when the owner does not want to see it among what needs them; a new message ends it.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    /// <summary>When the owner said who gets this thread's messages; null while the rules alone decide.</summary>
    public DateTimeOffset? ChosenAt { get; set; }

    /// <summary>The sitter the owner chose; null, with <see cref="ChosenAt"/> set, for the owner's own take-over.</summary>
    public Guid? ChosenSitterId { get; set; }

    /// <summary>Set while a sitter's note to the office waits to be looked after.</summary>
    public bool HasOfficeNote { get; set; }

    /// <summary>When the business last wrote to the client here; what the lease of a pool number is counted from.</summary>
    public DateTimeOffset? LastOutboundAt { get; set; }

    /// <summary>Set while a send of this thread failed, expired or needs review and nobody has looked after it.</summary>
    public bool HasFailedSend { get; set; }

    /// <summary>How many messages of this thread are held back and wait for the owner's decision.</summary>
    public int HeldCount { get; set; }

    /// <summary>Set while a message in which something was found was delivered and nobody has looked after it.</summary>
    public bool IsFlagged { get; set; }

    /// <summary>Set while the last inbound message reads like a wish not to be texted, without being a keyword.</summary>
    public bool OptOutSuspected { get; set; }
}

/// <summary>How far one user has read one thread.</summary>
public sealed class ThreadRead
{
    public Guid OrganizationId { get; init; }

    public Guid UserId { get; init; }

    public Guid ThreadId { get; init; }

    /// <summary><see cref="MessageThread.InboundCount"/> as of the newest message read.</summary>
    public int InboundCount { get; set; }

    public DateTimeOffset ReadAt { get; set; }
}

/// <summary>What a user has typed on a thread and not sent.</summary>
public sealed class Draft
{
    public Guid OrganizationId { get; init; }

    public Guid UserId { get; init; }

    public Guid ThreadId { get; init; }

    public string Body { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>
/// Announced after the commit that changed a thread. It says where, never what: whoever shows the thread reads it
/// again, which checks again who is reading.
/// </summary>
public readonly record struct ThreadChanged(Guid OrganizationId, Guid ThreadId)
{
    /// <summary>News of clients and their visits. It is about no thread, so it also comes where there is none yet.</summary>
    public bool IsOfClients => ThreadId == Guid.Empty;
}
