using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Twilio;

/// <summary>Asks Twilio what it knows. Reading changes nothing, so the client below retries.</summary>
internal sealed class TwilioLookups(HttpClient http, TwilioOptions options, TimeProvider clock)
{
    // A listing this long is a loop in the page addresses.
    private const int MostPages = 1000;

    // For one page with its retries.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private string Messages => $"{options.AccountPath}/Messages";

    public async Task<ProviderMessage?> FetchAsync(string sid, CancellationToken cancellationToken) =>
        TwilioSid.IsMessage(sid) && await AskAsync($"{Messages}/{sid}.json", TwilioJson.Default.MessageJson, cancellationToken) is { } message
            ? Read(message) ?? throw Unreadable()
            : null;

    public async IAsyncEnumerable<ProviderMessage> ListAsync(
        ProviderMessageQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = FirstPage(query);
        for (var pages = 0; next is not null; pages++)
        {
            if (pages == MostPages)
            {
                throw new SmsProviderException("The provider's listing does not end.");
            }

            var page = await AskAsync(next, TwilioJson.Default.MessagePageJson, cancellationToken) ?? throw Unreadable();
            foreach (var message in page.Messages ?? throw Unreadable())
            {
                if (Read(message) is { } read)
                {
                    yield return read;
                }
            }

            next = NextPage(page.NextPageUri);
        }
    }

    public async Task<IReadOnlyList<ProviderMedia>> ListMediaAsync(string sid, CancellationToken cancellationToken)
    {
        if (!TwilioSid.IsMessage(sid))
        {
            return [];
        }

        var page = await AskAsync($"{Messages}/{sid}/Media.json?PageSize=20", TwilioJson.Default.MediaPageJson, cancellationToken);
        return [.. (page?.MediaList ?? []).SelectMany(Address)];
    }

    // The address in the list is that of the description; the bytes are beside it.
    private IEnumerable<ProviderMedia> Address(MediaJson? media) => media?.Uri is { } uri
        ? [new ProviderMedia(options.ApiRoot + uri.Replace(".json", "", StringComparison.Ordinal), media.ContentType ?? "")]
        : [];

    private string FirstPage(ProviderMessageQuery query)
    {
        var since = query.Since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        string?[] filters =
        [
            query.To is { } to ? $"To={Uri.EscapeDataString(to.E164)}" : null,
            query.From is { } from ? $"From={Uri.EscapeDataString(from.E164)}" : null,
            // The parameter's name ends in a greater-than sign, and is then followed by its equals sign.
            $"DateSent%3E={Uri.EscapeDataString(since)}",
            $"PageSize={options.PageSize.ToString(CultureInfo.InvariantCulture)}",
        ];
        return $"{Messages}.json?{string.Join('&', filters.Where(filter => filter is not null))}";
    }

    // The next page's address comes from outside; the credentials go along only to the listing they are meant for.
    private string? NextPage(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return null;
        }

        return address.StartsWith($"{Messages}.json?", StringComparison.Ordinal)
            ? address
            : throw new SmsProviderException("The provider's listing leads elsewhere.");
    }

    private async Task<T?> AskAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await http.GetAsync(options.ApiRoot + path, HttpCompletionOption.ResponseHeadersRead, either.Token);
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

    private ProviderMessage? Read(MessageJson? message) => message?.Sid is not { } sid ? null : new ProviderMessage(
        sid,
        message.Direction?.StartsWith("outbound", StringComparison.Ordinal) is true ? Direction.Outbound : Direction.Inbound,
        TwilioText.Clean(message.From),
        TwilioText.Clean(message.To),
        TwilioText.Clean(message.Body),
        TwilioText.Status(message.Status, message.ErrorCode) ?? MessageStatus.Sending,
        message.ErrorCode,
        message.NumMedia ?? 0,
        message.NumSegments,
        // A message without a date is as new as the answer that holds it.
        TwilioText.Date(message.DateCreated) ?? TwilioText.Date(message.DateSent) ?? clock.GetUtcNow(),
        TwilioText.Date(message.DateSent));

    private static bool IsOutside(Exception failure) =>
        failure is HttpRequestException or IOException or JsonException or OperationCanceledException or Polly.ExecutionRejectedException;

    private static SmsProviderException Unreadable() => new("The provider's answer could not be read.");
}
