using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// Asks Twilio's REST API for JSON. Reading changes nothing, so the client below retries it; a change is asked for once.
/// </summary>
internal sealed class TwilioApi(HttpClient http, TwilioOptions options, TimeProvider clock)
{
    // A listing this long is a loop in the page addresses.
    private const int MostPages = 1000;

    // For one page with its retries.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>Null for what Twilio does not know.</summary>
    public Task<T?> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        AskAsync(() => new HttpRequestMessage(HttpMethod.Get, options.ApiRoot + path), type, cancellationToken);

    /// <summary>Null for what Twilio does not know.</summary>
    public Task<T?> ChangeAsync<T>(
        string path, IEnumerable<KeyValuePair<string, string>> fields, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        AskAsync(
            () => new HttpRequestMessage(HttpMethod.Post, options.ApiRoot + path) { Content = new FormUrlEncodedContent(fields) },
            type,
            cancellationToken);

    /// <summary>A listing page by page, as far as the caller reads.</summary>
    public async IAsyncEnumerable<TPage> PagesAsync<TPage>(
        string list, string query, JsonTypeInfo<TPage> type, Func<TPage, string?> nextOf, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPage : class
    {
        var next = (string?)$"{list}?{query}";
        for (var pages = 0; next is not null; pages++)
        {
            if (pages == MostPages)
            {
                throw new SmsProviderException("The provider's listing does not end.");
            }

            var page = await ReadAsync(next, type, cancellationToken) ?? throw Unreadable();
            yield return page;
            next = NextPage(list, nextOf(page));
        }
    }

    public static SmsProviderException Unreadable() => new("The provider's answer could not be read.");

    // The next page's address comes from outside; the credentials go along only to the listing they are meant for.
    private static string? NextPage(string list, string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        return address.StartsWith($"{list}?", StringComparison.Ordinal)
            ? address
            : throw new SmsProviderException("The provider's listing leads elsewhere.");
    }

    private async Task<T?> AskAsync<T>(Func<HttpRequestMessage> ask, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = ask();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode is HttpStatusCode.NotFound)
            {
                return null;
            }

            if (response.StatusCode is not HttpStatusCode.OK)
            {
                throw new SmsProviderException($"The provider answered {(int)response.StatusCode}.");
            }

            var body = await BoundedBody.ReadAsync(response.Content, BoundedBody.MaxJson, either.Token);
            return (body is null ? null : JsonSerializer.Deserialize(body, type)) ?? throw Unreadable();
        }
        catch (Exception failure) when (IsOutside(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw new SmsProviderException("The provider could not be asked.", failure);
        }
    }

    private static bool IsOutside(Exception failure) =>
        failure is HttpRequestException or IOException or JsonException or OperationCanceledException or Polly.ExecutionRejectedException;
}
