namespace SnoutOS.Domain.Receiving;

public enum ProviderEventKind
{
    /// <summary>A text that somebody sent to a number of ours.</summary>
    Message,

    /// <summary>The provider's word on a message that we sent.</summary>
    Status,

    /// <summary>Somebody calls a number of ours.</summary>
    Call,

    /// <summary>Signed by the provider, but not of a form that can be understood.</summary>
    Malformed,
}

public enum ProviderEventSource
{
    Webhook,

    /// <summary>Found at the provider by the reconciling poll, because no webhook had brought it.</summary>
    Poll,
}

public enum ProviderEventState
{
    /// <summary>Taken in, to be processed next.</summary>
    Pending,

    /// <summary>Messaging was off for the organization: kept, and processed when it comes back.</summary>
    Kept,
    Processed,

    /// <summary>Its To is no number of ours; the operator's command line alone sees it.</summary>
    Unroutable,

    /// <summary>Malformed, or failed on every attempt; shown on diagnostics, processed no further.</summary>
    SetAside,
}

/// <summary>
/// The inbox ledger: one row for each event the provider told us, written before it is answered and unique on
/// <see cref="DedupeKey"/>, so that an event told a hundred times is one row. The raw event stays with it.
/// </summary>
public sealed class ProviderEvent
{
    /// <summary>The order in which events were taken in; the order in which a sender's messages are processed.</summary>
    public long Sequence { get; init; }

    public ProviderEventKind Kind { get; init; }

    public ProviderEventSource Source { get; init; }

    public ProviderEventState State { get; set; }

    public string DedupeKey { get; init; } = "";

    /// <summary>The organization that owns the number it was sent to; null until known, and for good if it is nobody's.</summary>
    public Guid? OrganizationId { get; set; }

    /// <summary>The sender as the provider told it; what keeps the order of one sender's messages.</summary>
    public string Sender { get; init; } = "";

    public string Recipient { get; init; } = "";

    /// <summary>The provider's id of the message it speaks of.</summary>
    public string ProviderSid { get; init; } = "";

    /// <summary>Our own id out of the callback's path; status events only.</summary>
    public Guid? OutboundMessageId { get; init; }

    /// <summary>What was understood of it, as JSON (<see cref="InboundText"/>, <see cref="StatusReport"/> or <see cref="InboundCall"/>).</summary>
    public string Payload { get; set; } = "";

    /// <summary>The raw form, as it came.</summary>
    public string Raw { get; set; } = "";

    /// <summary>The receive instant: when the row was written; for one found by the poll, the provider's date.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? ProcessedAt { get; set; }

    /// <summary>How often the provider told it again.</summary>
    public int Repeats { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Whether its consent keyword has taken effect, which it does even while messaging is off.</summary>
    public bool ConsentApplied { get; set; }
}

/// <summary>An inbound text as the provider told it.</summary>
public sealed record InboundText(
    string ProviderSid,
    string From,
    string To,
    string Body,
    IReadOnlyList<InboundMedia> Media,
    string? OptOutType,
    int Segments);

public sealed record InboundMedia(string Url, string ContentType);

/// <summary>A call to a number of ours, which hears a sentence and ends.</summary>
public sealed record InboundCall(string ProviderSid, string From, string To);

/// <summary>The provider's word on one message that we sent.</summary>
public sealed record StatusReport(string ProviderSid, Threads.MessageStatus? Status, int? ErrorCode);
