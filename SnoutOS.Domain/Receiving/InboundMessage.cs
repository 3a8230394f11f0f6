using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Receiving;

/// <summary>Turns an arrival into the message that is stored.</summary>
internal static class InboundMessage
{
    private const int LongestType = 200;
    private const int LongestUrl = 2000;

    public static Message From(Arrival arrival, MessageThread thread, KnownClient client, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(arrival.Facts.ReceivedAt);
        return new Message
        {
            OrganizationId = thread.OrganizationId,
            Id = id,
            ThreadId = thread.Id,
            Direction = Direction.Inbound,
            AuthorKind = AuthorKind.Client,
            AuthorName = client.Name,
            Body = arrival.Text.Body.Replace("\0", "", StringComparison.Ordinal),
            Purpose = MessagePurpose.Conversation,
            Status = MessageStatus.Received,
            CreatedAt = arrival.Facts.ReceivedAt,
            Segments = arrival.Text.Segments,
            ProviderSid = arrival.Text.ProviderSid,
            Media = [.. arrival.Text.Media.Select((media, position) => new MessageMedia
            {
                OrganizationId = thread.OrganizationId,
                MessageId = id,
                Position = position,
                State = MediaState.Waiting,
                ContentType = media.ContentType.Length <= LongestType ? media.ContentType : "",
                ProviderUrl = media.Url.Length <= LongestUrl ? media.Url : null,
                NextAttemptAt = now,
            })],
        };
    }
}
