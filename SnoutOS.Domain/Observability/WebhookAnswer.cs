namespace SnoutOS.Domain.Observability;

/// <summary>Which of the provider's addresses a webhook came to.</summary>
public enum WebhookKind
{
    Message,
    Status,
    Voice,
}

/// <summary>How a webhook was answered at the door, before anything of it was processed.</summary>
public enum WebhookAnswer
{
    /// <summary>New, and on disk.</summary>
    Recorded,

    /// <summary>Taken in before.</summary>
    Duplicate,

    /// <summary>Signed but not understood: on disk as malformed.</summary>
    Malformed,
    RejectedSignature,

    /// <summary>The wrong method or media type, or too large.</summary>
    Refused,

    /// <summary>The database could not take it: answered 5xx, so that the provider comes again.</summary>
    NotRecorded,
}
