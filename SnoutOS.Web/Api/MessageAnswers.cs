using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Api;

public enum MessageFlag
{
    /// <summary>A later message sends this failed one again.</summary>
    Retried,
}

public sealed record AuthorAnswer(AuthorKind Kind, string Name);

/// <param name="Url">Where its bytes are, once <paramref name="State"/> is <c>stored</c>.</param>
/// <param name="Size">In bytes; 0 until it is stored.</param>
public sealed record MediaAnswer(string Url, string ContentType, int Size, MediaState State);

public sealed record RouteAnswer(RoutingTarget Target, RoutingReason Reason);

/// <summary>What the detector found in a message.</summary>
public sealed record FindingAnswer(string Type, int Start, int Length, double Confidence, string Rule);

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
        message.WasRetried ? [MessageFlag.Retried] : [],
        [],
        message is { RoutedTo: { } target, RoutedBy: { } reason } ? new RouteAnswer(target, reason) : null);
}
