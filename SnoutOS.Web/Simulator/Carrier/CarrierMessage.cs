using System.Collections.Immutable;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>A text in the carrier's books, at one moment.</summary>
public sealed record CarrierMessage
{
    public required string Sid { get; init; }

    /// <summary>From a phone to the business.</summary>
    public required bool FromPhone { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public string Body { get; init; } = "";

    public ImmutableArray<CarrierMedia> Media { get; init; } = [];

    /// <summary>In the carrier's words: queued, sent, delivered, undelivered, failed, received.</summary>
    public required string Status { get; init; }

    public int? ErrorCode { get; init; }

    public string? StatusCallback { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The number of the simulated phone, whichever side it is on.</summary>
    public string Phone => FromPhone ? From : To;
}

/// <summary>An attachment. One on its way to a phone has an address before it has bytes.</summary>
public sealed record CarrierMedia(string Sid, string ContentType, ImmutableArray<byte> Bytes, string? SourceUrl = null);
