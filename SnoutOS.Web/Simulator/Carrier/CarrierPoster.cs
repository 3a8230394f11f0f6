using System.Net;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>
/// Posts signed forms to the business, with the patience its numbers are registered with: three more tries where the
/// connection fails, the answer takes too long or is a 5xx.
/// </summary>
public sealed partial class CarrierPoster(HttpClient http, CarrierOptions options, CarrierLog log, TimeProvider clock, ILogger<CarrierPoster> logger)
{
    private const int Tries = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The last answer, or null when there was none.</summary>
    public async Task<HttpStatusCode?> PostAsync(
        string url, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var token = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        HttpStatusCode? answer = null;
        for (var attempt = 0; attempt < Tries && answer is null or >= HttpStatusCode.InternalServerError; attempt++)
        {
            answer = await TryPostAsync(url, fields, token, cancellationToken);
            log.Add(new CarrierCrossing(clock.GetUtcNow(), toBusiness: true, HttpMethods.Post, url, fields["From"], fields["To"], (int?)answer));
        }

        if (answer is not { } status || (int)status >= 300)
        {
            NotTaken(fields["MessageSid"], answer);
        }

        return answer;
    }

    private async Task<HttpStatusCode?> TryPostAsync(
        string url, IReadOnlyDictionary<string, string> fields, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", CarrierSigner.Sign(options.AuthToken, url, fields));
        request.Headers.Add("I-Twilio-Idempotency-Token", token);
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return response.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The business did not take {MessageSid}: {Answer}")]
    private partial void NotTaken(string messageSid, HttpStatusCode? answer);
}
