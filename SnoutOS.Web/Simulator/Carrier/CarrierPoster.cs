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

    /// <summary>The last answer's status, or null when there was none.</summary>
    public async Task<HttpStatusCode?> PostAsync(
        string url, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken) =>
        (await AskAsync(url, fields, cancellationToken))?.Status;

    /// <summary>The last answer with what it says, or null when there was none.</summary>
    public async Task<CarrierReply?> AskAsync(
        string url, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var token = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        CarrierReply? answer = null;
        for (var attempt = 0; attempt < Tries && answer is null or { Status: >= HttpStatusCode.InternalServerError }; attempt++)
        {
            answer = await TryPostAsync(url, fields, token, cancellationToken);
            log.Add(new CarrierCrossing(clock.GetUtcNow(), toBusiness: true, HttpMethods.Post, url, fields["From"], fields["To"], (int?)answer?.Status));
        }

        if (answer is not { IsTaken: true })
        {
            NotTaken(fields.GetValueOrDefault("MessageSid") ?? fields["CallSid"], answer?.Status);
        }

        return answer;
    }

    private async Task<CarrierReply?> TryPostAsync(
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
            return new CarrierReply(response.StatusCode, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The business did not take {Sid}: {Answer}")]
    private partial void NotTaken(string sid, HttpStatusCode? answer);
}

/// <summary>What the business answered to a webhook.</summary>
public sealed record CarrierReply(HttpStatusCode Status, string Body)
{
    public bool IsTaken => (int)Status < 300;
}
