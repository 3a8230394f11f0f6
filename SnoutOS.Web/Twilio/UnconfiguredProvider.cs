using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// Stands where no Twilio account is configured, which is allowed only while messaging is off: refuses every send, so
/// that messages stay queued, and knows of no messages. What it cannot know of numbers, it says.
/// </summary>
public sealed class UnconfiguredProvider : ISmsProvider, IProviderNumbers
{
    private const string Reason = "No Twilio account is configured.";

    public bool IsThere => false;

    public Task<SendOutcome> SendAsync(OutboundSms sms, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.AccountRefused(0, Reason));

    public Task<ProviderMessage?> FetchAsync(string sid, CancellationToken cancellationToken) =>
        Task.FromResult<ProviderMessage?>(null);

    public IAsyncEnumerable<ProviderMessage> ListAsync(ProviderMessageQuery query, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<ProviderMessage>();

    public Task<MediaOutcome> FetchMediaAsync(string providerUrl, string messageSid, CancellationToken cancellationToken) =>
        Task.FromResult<MediaOutcome>(new MediaOutcome.Unavailable(Reason));

    public Task<IReadOnlyList<ProviderMedia>> ListMediaAsync(string messageSid, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProviderMedia>>([]);

    public IAsyncEnumerable<ProviderNumber> ListAsync(CancellationToken cancellationToken) => throw new SmsProviderException(Reason);

    public Task<ProviderNumber?> FindAsync(PhoneNumber phone, CancellationToken cancellationToken) => throw new SmsProviderException(Reason);

    public Task<ProviderNumber?> PointHereAsync(string sid, CancellationToken cancellationToken) => throw new SmsProviderException(Reason);
}
