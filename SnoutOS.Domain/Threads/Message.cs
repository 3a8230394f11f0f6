namespace SnoutOS.Domain.Threads;

public enum Direction
{
    Inbound,
    Outbound,
}

/// <summary>Who wrote a message.</summary>
public enum AuthorKind
{
    Client,
    Owner,
    Admin,
    Sitter,
    System,
}

/// <summary>What a message is for. Money leaves from the front desk number only.</summary>
public enum MessagePurpose
{
    Conversation,
    Billing,

    /// <summary>Written by the product itself: an auto-reply, a nudge.</summary>
    Notice,

    /// <summary>A sitter's word to the office; never a text to the client.</summary>
    Note,

    /// <summary>Not a text at all: the client called a number that takes texts only.</summary>
    MissedCall,
}

/// <summary>
/// Where a message stands. Inbound ones are <see cref="Received"/>; outbound ones move forward only,
/// whatever order the provider's callbacks come in (<see cref="DeliveryProgress"/>).
/// </summary>
public enum MessageStatus
{
    Received,
    Queued,
    Sending,

    /// <summary>The provider's answer was lost; settled by a callback or a look-up, never by sending again.</summary>
    Ambiguous,

    /// <summary>Nobody could tell within 15 minutes whether it left; a person decides.</summary>
    NeedsReview,
    Sent,
    Delivered,
    Undelivered,
    Failed,

    /// <summary>Its validity ran out before it left.</summary>
    Expired,
    Blocked,
    Dismissed,
}

/// <summary>One text message of a conversation, either way.</summary>
public sealed class Message
{
    public Guid OrganizationId { get; init; }

    public Guid Id { get; init; }

    public Guid ThreadId { get; init; }

    public Direction Direction { get; init; }

    public AuthorKind AuthorKind { get; init; }

    /// <summary>The user who wrote it; null for clients and the product itself.</summary>
    public Guid? AuthorUserId { get; init; }

    /// <summary>The author's name on the day it was written.</summary>
    public string AuthorName { get; init; } = "";

    public string Body { get; set; } = "";

    /// <summary>What the product puts before a sitter's first words to a client: the business and who is writing.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>What the other side sees instead of the body where a part of it is hidden from them; null for the body itself.</summary>
    public string? MaskedBody { get; set; }

    /// <summary>The words that travel: introduction and body, without what is masked.</summary>
    public string SentText => Introduction + (MaskedBody ?? Body);

    public MessagePurpose Purpose { get; init; }

    public MessageStatus Status { get; set; }

    /// <summary>Inbound: the receive instant. Outbound: the instant of commit.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>The provider's error code of a failure.</summary>
    public int? ErrorCode { get; set; }

    /// <summary>How many SMS segments the body takes.</summary>
    public int Segments { get; set; }

    /// <summary>The provider's id; unique, so that the same message can never be stored twice.</summary>
    public string? ProviderSid { get; set; }

    /// <summary>The failed message that this one sends again.</summary>
    public Guid? RetryOfId { get; init; }

    /// <summary>The writer's key: the same key never sends twice in an organization.</summary>
    public string? IdempotencyKey { get; init; }

    public List<MessageMedia> Media { get; init; } = [];
}

/// <summary>How far an attachment's bytes have come.</summary>
public enum MediaState
{
    /// <summary>Known by its address at the provider, not fetched yet.</summary>
    Waiting,
    Stored,

    /// <summary>Too large, of a refused type, or not to be had at the provider.</summary>
    Unavailable,
}

/// <summary>A picture or file that came or goes with a message.</summary>
public sealed class MessageMedia
{
    public Guid OrganizationId { get; init; }

    public Guid MessageId { get; init; }

    /// <summary>Its place in the message, from 0.</summary>
    public int Position { get; init; }

    public MediaState State { get; set; }

    /// <summary>As sniffed from the bytes once stored; as the provider said before.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>Where the provider keeps it; never shown to anybody.</summary>
    public string? ProviderUrl { get; init; }

    public int SizeInBytes { get; set; }

    /// <summary>Whether a sitter must not see it, because of what is in it.</summary>
    public bool IsMasked { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }
}

/// <summary>The bytes of an attachment, apart so that reading a conversation never drags them along.</summary>
public sealed class MediaContent
{
    public Guid OrganizationId { get; init; }

    public Guid MessageId { get; init; }

    public int Position { get; init; }

    public byte[] Bytes { get; init; } = [];
}
