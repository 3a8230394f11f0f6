using SnoutOS.Domain.Sending;

namespace SnoutOS.Domain.Phones;

/// <summary>
/// The seam to the provider's own list of the account's numbers, and to where it sends what arrives on each. Whatever
/// cannot be asked throws <see cref="SmsProviderException"/>.
/// </summary>
public interface IProviderNumbers
{
    /// <summary>Whether there is an account that could be asked.</summary>
    bool IsThere => true;

    /// <summary>Every number of the account, in the provider's order.</summary>
    IAsyncEnumerable<ProviderNumber> ListAsync(CancellationToken cancellationToken);

    /// <summary>Null when the account has no such number.</summary>
    Task<ProviderNumber?> FindAsync(PhoneNumber phone, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the provider send the number's texts and calls here; answers how it stands afterwards, null when the account
    /// has no such number. Asking twice is the same as asking once.
    /// </summary>
    Task<ProviderNumber?> PointHereAsync(string sid, CancellationToken cancellationToken);
}

/// <summary>A number as the provider tells it.</summary>
/// <param name="Sid">The provider's id of it.</param>
/// <param name="TakesTexts">Whether the number can text at all.</param>
/// <param name="PointsHere">Whether its texts and calls come to this installation, registered as we register them.</param>
public sealed record ProviderNumber(string Sid, PhoneNumber Phone, bool TakesTexts, bool PointsHere)
{
    public WebhookState Webhook => PointsHere ? WebhookState.Right : WebhookState.Wrong;
}
