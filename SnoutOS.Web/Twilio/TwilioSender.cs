using SnoutOS.Domain.Sending;

namespace SnoutOS.Web.Twilio;

/// <summary>Creates messages. One call is one request: the create has no idempotency key, so nothing repeats it here.</summary>
internal sealed class TwilioSender(HttpClient http, TwilioOptions options, TimeProvider clock)
{
    private const int LongestBody = 1600;
    private const int MostMedia = 10;
    private const int BodyTooLong = 21617;
    private const int TooManyMedia = 21623;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<SendOutcome> SendAsync(OutboundSms sms, CancellationToken cancellationToken)
    {
        if (sms.Body.Length > LongestBody)
        {
            return TwilioOutcome.Rejected(BodyTooLong);
        }

        return sms.Media.Count > MostMedia ? TwilioOutcome.Rejected(TooManyMedia) : await CreateAsync(sms, cancellationToken);
    }

    private async Task<SendOutcome> CreateAsync(OutboundSms sms, CancellationToken cancellationToken)
    {
        using var form = CreateForm.For(sms, options);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.ApiRoot}{options.AccountPath}/Messages.json") { Content = form };
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await ReadAsync(response, either.Token);
            return TwilioOutcome.Of(response.StatusCode, body, RetryAfter.Of(response, clock.GetUtcNow()));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return TwilioOutcome.Failed(failure, form.Left);
        }
    }

    // The status line alone decides a refusal; only an acceptance needs its body.
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await BoundedBody.ReadAsync(response.Content, BoundedBody.MaxJson, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
