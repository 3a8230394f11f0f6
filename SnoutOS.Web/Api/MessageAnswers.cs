using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Api;

public enum MessageFlag
{
    /// <summary>A later message sends this failed one again.</summary>
    Retried,

    /// <summary>It is held back, or was until somebody decided.</summary>
    Blocked,

    /// <summary>Something in it is hidden from whom it goes to.</summary>
    Masked,

    /// <summary>Something was found in it; it was delivered.</summary>
    Flagged,

    /// <summary>Somebody of the office delivered it after it was held back.</summary>
    ForceSent,

    /// <summary>It waits for the office's approval.</summary>
    AwaitsApproval,

    /// <summary>A sitter's picture, in which nothing was looked for.</summary>
    PictureNotRead,
}

public sealed record AuthorAnswer(AuthorKind Kind, string Name);

/// <param name="Url">Where its bytes are, once <paramref name="State"/> is <c>stored</c>.</param>
/// <param name="Size">In bytes; 0 until it is stored.</param>
public sealed record MediaAnswer(string Url, string ContentType, int Size, MediaState State);

public sealed record RouteAnswer(RoutingTarget Target, RoutingReason Reason);

/// <summary>What the detector found in a message.</summary>
/// <param name="Index">Its place among the message's findings; what it is revealed by.</param>
/// <param name="Start">In UTF-16 units of the body.</param>
/// <param name="Attachment">The attachment it is in, which has no span; null for the text.</param>
/// <param name="Action">What was done about it; <c>off</c> for a mere note.</param>
/// <param name="Hidden">Whether a sitter who sees the message does not see this.</param>
public sealed record FindingAnswer(
    int Index, FindingType Type, int Start, int Length, double Confidence, string Rule, int? Attachment, PoachingAction Action, bool Hidden)
{
    public static FindingAnswer Of(FindingView finding) => new(
        finding.Position, finding.Type, finding.Start, finding.Length, finding.Confidence, finding.Rule, finding.Attachment, finding.Action, finding.IsHidden);
}

/// <summary>One message of a conversation.</summary>
/// <param name="ErrorCode">The provider's code of a failure.</param>
/// <param name="RetryOf">The failed message that this one sends again.</param>
/// <param name="Routing">Where an inbound message went; null for outbound ones.</param>
public sealed record MessageAnswer(
    Guid Id,
    Guid ThreadId,
    Direction Direction,
    AuthorAnswer Author,
    string Body,
    MessagePurpose Purpose,
    MessageStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SentAt,
    DateTimeOffset? DeliveredAt,
    int? ErrorCode,
    int Segments,
    IReadOnlyList<MediaAnswer> Media,
    Guid? RetryOf,
    IReadOnlyList<MessageFlag> Flags,
    IReadOnlyList<FindingAnswer> Findings,
    RouteAnswer? Routing)
{
    public static MessageAnswer Of(MessageView message) => new(
        message.Id,
        message.ThreadId,
        message.Direction,
        new AuthorAnswer(message.AuthorKind, message.AuthorName),
        message.Body,
        message.Purpose,
        message.Status,
        message.CreatedAt,
        message.SentAt,
        message.DeliveredAt,
        message.ErrorCode,
        message.Segments,
        [.. message.Media.Select(media => new MediaAnswer(
            $"/media/{media.MessageId}/{media.Position}", media.ContentType, media.SizeInBytes, media.State))],
        message.RetryOfId,
        [.. FlagsOf(message)],
        [.. message.Findings.Select(FindingAnswer.Of)],
        message is { RoutedTo: { } target, RoutedBy: { } reason } ? new RouteAnswer(target, reason) : null);

    private static IEnumerable<MessageFlag> FlagsOf(MessageView message) =>
        from flag in (IEnumerable<(MessageFlag Name, bool IsSet)>)
        [
            (MessageFlag.Retried, message.WasRetried),
            (MessageFlag.Blocked, message.Held is { Action: PoachingAction.Block }),
            (MessageFlag.Masked, message.Held is { Action: PoachingAction.Mask }),
            (MessageFlag.Flagged, message.Held is { Action: PoachingAction.Flag }),
            (MessageFlag.ForceSent, message.Held is { Outcome: ViolationOutcome.ForceSent }),
            (MessageFlag.AwaitsApproval, message.AwaitsApproval),
            (MessageFlag.PictureNotRead, message.HasUnreadPicture),
        ]
        where flag.IsSet
        select flag.Name;
}
