using SnoutOS.Domain.Access;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>A wish to send. The key, when given, makes sure that asking twice sends once.</summary>
/// <param name="SitterSees">
/// Whether the sitter who is there sees what the office writes; null leaves it to whether the client's last message went to them.
/// </param>
public sealed record SendRequest(
    Actor Author,
    Guid ThreadId,
    string Body,
    MessagePurpose Purpose = MessagePurpose.Conversation,
    string? IdempotencyKey = null,
    IReadOnlyList<OutgoingAttachment>? Attachments = null,
    Guid? RetryOfId = null,
    bool? SitterSees = null);

/// <summary>A picture or file to send along; its type is judged by its bytes, not by its name.</summary>
public sealed record OutgoingAttachment(byte[] Bytes);

/// <summary>What became of a wish to send. The cases are closed: callers switch over all of them.</summary>
public abstract record SendVerdict
{
    private SendVerdict()
    {
    }

    /// <summary>Committed as queued; <paramref name="AlreadyAsked"/> when the same key had sent it before.</summary>
    public sealed record Queued(Guid MessageId, bool AlreadyAsked) : SendVerdict;

    public sealed record BodyEmpty : SendVerdict;

    /// <summary>Longer than <see cref="MessageSender.MaxBodyLength"/> UTF-16 units.</summary>
    public sealed record BodyTooLong(int Length) : SendVerdict;

    /// <summary>An attachment is too large or of a type that carriers refuse.</summary>
    public sealed record AttachmentRefused(string Reason) : SendVerdict;

    /// <summary>No such thread in the author's organization.</summary>
    public sealed record ThreadNotFound : SendVerdict;

    /// <summary>The key was used for another text or thread.</summary>
    public sealed record KeyReused : SendVerdict;

    /// <summary>The sitter's messaging is locked until the owner lifts it.</summary>
    public sealed record SitterLocked : SendVerdict;

    /// <summary>No window of the sitter is active on this thread; the next one opens then, if there is one.</summary>
    public sealed record WindowClosed(DateTimeOffset? NextOpensAt) : SendVerdict;

    /// <summary>The number may not be written from; <paramref name="ContinueOnThreadId"/> names where the conversation goes on.</summary>
    public sealed record NumberInactive(Guid? ContinueOnThreadId) : SendVerdict;

    /// <summary>The client has opted out, of the organization or of this number alone.</summary>
    public sealed record RecipientOptedOut(bool ThisNumberOnly) : SendVerdict;

    /// <summary>The thread's client has no phone that could be written to.</summary>
    public sealed record NoPhone : SendVerdict;

    /// <summary>Money leaves from the front desk number only.</summary>
    public sealed record BillingFrontDeskOnly : SendVerdict;

    /// <summary>
    /// Held back by the anti-poaching rules: kept, shown to the owner, never delivered unless they say so. The writer is
    /// told where they stand, and nothing else.
    /// </summary>
    public sealed record Blocked(Guid MessageId, StrikeStanding Standing) : SendVerdict;

    /// <summary>The message to retry has not failed, or was retried already.</summary>
    public sealed record NotRetryable : SendVerdict;
}
