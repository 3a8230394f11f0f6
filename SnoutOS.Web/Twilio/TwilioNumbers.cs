using System.Globalization;
using System.Runtime.CompilerServices;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Twilio;

/// <summary>The account's numbers at Twilio, and where their texts and calls are sent.</summary>
internal sealed class TwilioNumbers(TwilioApi api, TwilioOptions options) : IProviderNumbers
{
    private const string Post = "POST";

    private string Numbers => $"{options.AccountPath}/IncomingPhoneNumbers";

    public IAsyncEnumerable<ProviderNumber> ListAsync(CancellationToken cancellationToken) => ListAsync("", cancellationToken);

    // Twilio matches parts of numbers; only the whole one is meant.
    public async Task<ProviderNumber?> FindAsync(PhoneNumber phone, CancellationToken cancellationToken) =>
        await ListAsync($"PhoneNumber={Uri.EscapeDataString(phone.E164)}&", cancellationToken)
            .FirstOrDefaultAsync(number => number.Phone == phone, cancellationToken);

    public async Task<ProviderNumber?> PointHereAsync(string sid, CancellationToken cancellationToken)
    {
        if (!TwilioSid.Is(sid, "PN"))
        {
            return null;
        }

        // Setting an address makes Twilio forget an application that took its place.
        KeyValuePair<string, string>[] fields =
        [
            new("SmsUrl", options.SmsUrl),
            new("SmsMethod", Post),
            new("VoiceUrl", options.VoiceUrl),
            new("VoiceMethod", Post),
        ];
        var number = await api.ChangeAsync($"{Numbers}/{sid}.json", fields, TwilioJson.Default.NumberJson, cancellationToken);
        return number is null ? null : Read(number) ?? throw TwilioApi.Unreadable();
    }

    private async IAsyncEnumerable<ProviderNumber> ListAsync(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = $"{filter}PageSize={options.PageSize.ToString(CultureInfo.InvariantCulture)}";
        var pages = api.PagesAsync($"{Numbers}.json", query, TwilioJson.Default.NumberPageJson, page => page.NextPageUri, cancellationToken);
        await foreach (var page in pages)
        {
            foreach (var number in page.IncomingPhoneNumbers ?? throw TwilioApi.Unreadable())
            {
                if (Read(number) is { } read)
                {
                    yield return read;
                }
            }
        }
    }

    // A hosted number without a usable address is nothing that we could text from.
    private ProviderNumber? Read(NumberJson? number) => number?.Sid is { } sid && PhoneNumber.TryParse(number.PhoneNumber, out var phone)
        ? new ProviderNumber(sid, phone, number.Capabilities?.Sms ?? true, PointsHere(number))
        : null;

    private bool PointsHere(NumberJson number) =>
        number.SmsUrl == options.SmsUrl && IsPost(number.SmsMethod) && string.IsNullOrEmpty(number.SmsApplicationSid)
        && number.VoiceUrl == options.VoiceUrl && IsPost(number.VoiceMethod)
        && string.IsNullOrEmpty(number.VoiceApplicationSid) && string.IsNullOrEmpty(number.TrunkSid);

    private static bool IsPost(string? method) => method is null || method.Equals(Post, StringComparison.OrdinalIgnoreCase);
}
