namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>What the sender of a create request gets to see, once the message has been accepted.</summary>
public enum CarrierAnswer
{
    Created,

    /// <summary>A 500, though the message goes out.</summary>
    ServerError,

    /// <summary>No answer: the connection is dropped, though the message goes out.</summary>
    Dropped,
}

/// <summary>How callbacks reach the business.</summary>
public enum CarrierCallbacks
{
    InOrder,
    Backwards,
    Lost,
}

/// <summary>Something for the carrier to do differently, with one message or with one phone.</summary>
public sealed record CarrierBehavior
{
    /// <summary>What people call it; empty for the ordinary.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many requests to turn away with a 429 before taking one.</summary>
    public int SlowDowns { get; init; }

    /// <summary>Refuse the message with this error code.</summary>
    public int? RefuseWith { get; init; }

    /// <summary>Accept the message and fail it later with this error code.</summary>
    public int? FailWith { get; init; }

    /// <summary>Whether a later failure comes after the message had left.</summary>
    public bool LeavesFirst { get; init; }

    public TimeSpan AnswerDelay { get; init; }

    public CarrierAnswer Answer { get; init; }

    public CarrierCallbacks Callbacks { get; init; }

    public TimeSpan CallbackDelay { get; init; }

    /// <summary>How many times each callback is posted, unless none is.</summary>
    public int Copies { get; init; } = 1;

    internal int Told => Callbacks is CarrierCallbacks.Lost ? 0 : Copies;
}
