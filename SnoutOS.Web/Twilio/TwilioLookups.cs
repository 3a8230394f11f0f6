using System.Globalization;
using System.Runtime.CompilerServices;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Twilio;

/// <summary>Asks Twilio what it knows of messages.</summary>
internal sealed class TwilioLookups(TwilioApi api, TwilioOptions options, TimeProvider clock)
{
    private string Messages => $"{options.AccountPath}/Messages";

    private string List => $"{Messages}.json";

    public async Task<ProviderMessage?> FetchAsync(string sid, CancellationToken cancellationToken) =>
        TwilioSid.IsMessage(sid) && await api.ReadAsync($"{Messages}/{sid}.json", TwilioJson.Default.MessageJson, cancellationToken) is { } message
            ? Read(message) ?? throw TwilioApi.Unreadable()
            : null;

    public async IAsyncEnumerable<ProviderMessage> ListAsync(
        ProviderMessageQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = api.PagesAsync(List, Filters(query), TwilioJson.Default.MessagePageJson, page => page.NextPageUri, cancellationToken);
        await foreach (var page in pages)
        {
            foreach (var message in page.Messages ?? throw TwilioApi.Unreadable())
            {
                if (Read(message) is { } read)
                {
                    yield return read;
                }
            }
        }
    }

    public async Task<IReadOnlyList<ProviderMedia>> ListMediaAsync(string sid, CancellationToken cancellationToken)
    {
        if (!TwilioSid.IsMessage(sid))
        {
            return [];
        }

        var page = await api.ReadAsync($"{Messages}/{sid}/Media.json?PageSize=20", TwilioJson.Default.MediaPageJson, cancellationToken);
        return [.. (page?.MediaList ?? []).SelectMany(Address)];
    }

    // The address in the list is that of the description; the bytes are beside it.
    private IEnumerable<ProviderMedia> Address(MediaJson? media) => media?.Uri is { } uri
        ? [new ProviderMedia(options.ApiRoot + uri.Replace(".json", "", StringComparison.Ordinal), media.ContentType ?? "")]
        : [];

    private string Filters(ProviderMessageQuery query)
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
        return string.Join('&', filters.Where(filter => filter is not null));
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
}
