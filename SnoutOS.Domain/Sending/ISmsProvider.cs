using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Sending;

/// <summary>
/// The seam to whoever carries the texts. Outcomes are values, not exceptions: the outbox decides what each one means.
/// </summary>
public interface ISmsProvider
{
    /// <summary>
    /// Asks the provider to send one message, once. The create call has no idempotency key, so the implementation
    /// repeats it only when it is certain that nothing was taken in.
    /// </summary>
    Task<SendOutcome> SendAsync(OutboundSms sms, CancellationToken cancellationToken);

    /// <summary>The provider's own word on one message; null when it knows none by that id.</summary>
    Task<ProviderMessage?> FetchAsync(string sid, CancellationToken cancellationToken);

    /// <summary>Messages the provider knows, newest first. May throw <see cref="SmsProviderException"/> half-way.</summary>
    IAsyncEnumerable<ProviderMessage> ListAsync(ProviderMessageQuery query, CancellationToken cancellationToken);

    /// <summary>Opens an inbound attachment with the account's credentials, checking where the address leads.</summary>
    Task<MediaOutcome> FetchMediaAsync(string providerUrl, string messageSid, CancellationToken cancellationToken);

    /// <summary>The attachments of a message, for one that was found by the poll; addresses and content types.</summary>
    Task<IReadOnlyList<ProviderMedia>> ListMediaAsync(string messageSid, CancellationToken cancellationToken);
}

/// <summary>One message on its way out. <paramref name="MessageId"/> goes into the path of the status callback.</summary>
public sealed record OutboundSms(
    Guid MessageId, PhoneNumber From, PhoneNumber To, string Body, IReadOnlyList<Uri> Media, TimeSpan Validity);

/// <summary>What became of a request to send. The cases are closed: callers switch over all of them.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider took it and named it.</summary>
    public sealed record Accepted(string Sid, MessageStatus Status, int? Segments) : SendOutcome;

    /// <summary>The provider refused it for good; <paramref name="Code"/> is its error code (0 when it gave none).</summary>
    public sealed record Rejected(int Code, string Reason) : SendOutcome;

    /// <summary>The account itself is refused (credentials, suspension): nothing will leave until somebody looks.</summary>
    public sealed record AccountRefused(int Code, string Reason) : SendOutcome;

    /// <summary>Certainly not taken in: a 429, or a failure before the request left. Safe to try again later.</summary>
    public sealed record NotTaken(TimeSpan? RetryAfter, string Reason) : SendOutcome;

    /// <summary>Nobody knows: a time-out, a reset, a 5xx, an answer that cannot be read. Never sent again by machine.</summary>
    public sealed record Ambiguous(string Reason) : SendOutcome;
}

/// <summary>A message as the provider tells it.</summary>
public sealed record ProviderMessage(
    string Sid,
    Direction Direction,
    string From,
    string To,
    string Body,
    MessageStatus Status,
    int? ErrorCode,
    int MediaCount,
    int? Segments,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SentAt);

public sealed record ProviderMedia(string Url, string ContentType);

/// <summary>Which messages to list. Times are inclusive lower bounds that the provider may round down to the day.</summary>
public sealed record ProviderMessageQuery(DateTimeOffset Since, PhoneNumber? From = null, PhoneNumber? To = null);

/// <summary>What became of fetching an attachment.</summary>
public abstract record MediaOutcome
{
    private MediaOutcome()
    {
    }

    /// <summary>The bytes, with the type that the bytes themselves show.</summary>
    public sealed record Fetched(byte[] Bytes, string ContentType) : MediaOutcome;

    /// <summary>Will never be had: refused address, refused type, too large.</summary>
    public sealed record Refused(string Reason) : MediaOutcome;

    /// <summary>Not to be had now; worth another try.</summary>
    public sealed record Unavailable(string Reason) : MediaOutcome;
}

/// <summary>The provider could not be asked (look-ups only; sending answers with an outcome).</summary>
public sealed class SmsProviderException(string message, Exception? inner = null) : Exception(message, inner);
