namespace SnoutOS.Domain.Observability;

/// <summary>What the deployment counts by the minute, beside any organization.</summary>
public enum CountedEvent
{
    /// <summary>A webhook whose signature was wrong or missing.</summary>
    RejectedSignature,
    LogInformation,
    LogWarning,
    LogError,

    /// <summary>A log line that held a whole telephone number before the redactor.</summary>
    RawNumberInLog,

    /// <summary>A webhook that had been taken in before.</summary>
    DuplicateWebhook,
}

/// <summary>How often something happened in one minute. Holds no text.</summary>
public sealed class DeploymentCounter
{
    public CountedEvent Event { get; init; }

    /// <summary>The start of the minute.</summary>
    public DateTimeOffset Minute { get; init; }

    public int Count { get; set; }
}
