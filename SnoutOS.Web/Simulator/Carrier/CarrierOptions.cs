namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>The account that the carrier knows, and where it posts what phones send.</summary>
public sealed record CarrierOptions
{
    public required string AccountSid { get; init; }

    public required string AuthToken { get; init; }

    /// <summary>The business's webhook, as it is signed and called.</summary>
    public required string WebhookUrl { get; init; }

    /// <summary>Where the business reaches this carrier; addresses of attachments begin with it.</summary>
    public required string ApiUrl { get; init; }

    /// <summary>How long a message stays in each state on its way to a phone.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(400);

    // A record would print its secrets.
    public override string ToString() => nameof(CarrierOptions);
}
