using System.Net;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// Opens an attachment. Its address comes from a form, so the account's credentials go only to the exact address of
/// one of this message's attachments; where that redirects to, they are left behind.
/// </summary>
internal sealed class TwilioMedia(HttpClient http, OutsideClient outside, TwilioOptions options, TimeProvider clock)
{
    private const int MaxBytes = MediaTypes.MaxBytes;
    private const int MaxRedirects = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<MediaOutcome> FetchAsync(string address, string messageSid, CancellationToken cancellationToken)
    {
        if (!IsAttachmentOf(address, messageSid))
        {
            return new MediaOutcome.Refused("The address is not that of an attachment of this message.");
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await OpenAsync(new Uri(address), either.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return failure.InnerException is InsideAddressException
                ? new MediaOutcome.Refused("The attachment leads to an address inside a private network.")
                : new MediaOutcome.Unavailable("The attachment could not be fetched.");
        }
    }

    // Compared as text: whatever a URL parser would forgive is refused.
    private bool IsAttachmentOf(string address, string messageSid)
    {
        var folder = $"{options.ApiRoot}{options.AccountPath}/Messages/{messageSid}/Media/";
        return TwilioSid.IsMessage(messageSid)
            && address.StartsWith(folder, StringComparison.Ordinal)
            && TwilioSid.Is(address.AsSpan(folder.Length), "ME");
    }

    private async Task<MediaOutcome> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = TwilioServices.Credentials(options);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        for (var redirects = 0; IsRedirect(response.StatusCode); redirects++)
        {
            using var redirect = response;
            if (redirects == MaxRedirects || !MayFollow(redirect.Headers.Location, ref address))
            {
                return new MediaOutcome.Refused("The attachment leads where it must not.");
            }

            response = await ClientFor(address).GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }

        using (response)
        {
            return await ReadAsync(response, cancellationToken);
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private bool MayFollow(Uri? location, ref Uri address)
    {
        if (location is null || !Uri.TryCreate(address, location, out var target))
        {
            return false;
        }

        address = target;
        return target.UserInfo.Length == 0 && (target.Scheme == Uri.UriSchemeHttps || IsOurLoopback(target));
    }

    private HttpClient ClientFor(Uri address) => IsOurLoopback(address) ? http : outside.Http;

    // Only an API that was itself configured on this machine may send us to this machine, and only to itself.
    private bool IsOurLoopback(Uri address) =>
        options.ApiBaseUrl.IsLoopback
        && Uri.Compare(address, options.ApiBaseUrl, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static async Task<MediaOutcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            // An attachment can be announced before it is there; a gone one never comes back.
            return (int)response.StatusCode is 400 or 405 or 410
                ? new MediaOutcome.Refused($"The provider answered {(int)response.StatusCode}.")
                : new MediaOutcome.Unavailable($"The provider answered {(int)response.StatusCode}.");
        }

        if (await BoundedBody.ReadAsync(response.Content, MaxBytes, cancellationToken) is not { } bytes)
        {
            return new MediaOutcome.Refused("The attachment is larger than 5 MB.");
        }

        return MediaTypes.Sniff(bytes) is { } type
            ? new MediaOutcome.Fetched(bytes, type)
            : new MediaOutcome.Refused("The attachment is not a picture, video, sound, PDF or contact card.");
    }
}
