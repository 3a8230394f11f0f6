using SnoutOS.Domain.Sending;

namespace SnoutOS.Web.Twilio;

/// <summary>Texts through Twilio's REST API. Each part has an HTTP client of its own, since only some requests may be repeated.</summary>
internal sealed class TwilioSmsProvider(TwilioSender sender, TwilioLookups lookups, TwilioMedia media) : ISmsProvider
{
    public Task<SendOutcome> SendAsync(OutboundSms sms, CancellationToken cancellationToken) =>
        sender.SendAsync(sms, cancellationToken);

    public Task<ProviderMessage?> FetchAsync(string sid, CancellationToken cancellationToken) =>
        lookups.FetchAsync(sid, cancellationToken);

    public IAsyncEnumerable<ProviderMessage> ListAsync(ProviderMessageQuery query, CancellationToken cancellationToken) =>
        lookups.ListAsync(query, cancellationToken);

    public Task<MediaOutcome> FetchMediaAsync(string providerUrl, string messageSid, CancellationToken cancellationToken) =>
        media.FetchAsync(providerUrl, messageSid, cancellationToken);

    public Task<IReadOnlyList<ProviderMedia>> ListMediaAsync(string messageSid, CancellationToken cancellationToken) =>
        lookups.ListMediaAsync(messageSid, cancellationToken);
}
