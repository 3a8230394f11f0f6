using System.Globalization;
using System.Text.Json.Nodes;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>The carrier's answers in Twilio's JSON: counts as strings, dates as RFC 2822, addresses without a host.</summary>
internal static class CarrierWire
{
    public static JsonObject Message(CarrierOptions options, CarrierMessage message) => new()
    {
        ["sid"] = message.Sid,
        ["account_sid"] = options.AccountSid,
        ["messaging_service_sid"] = null,
        ["from"] = message.From,
        ["to"] = message.To,
        ["body"] = message.Body,
        ["status"] = message.Status,
        ["direction"] = message.FromPhone ? "inbound" : "outbound-api",
        ["num_segments"] = Text(SmsSegments.Count(message.Body)),
        ["num_media"] = Text(message.Media.Length),
        ["price"] = null,
        ["price_unit"] = "USD",
        ["error_code"] = message.ErrorCode,
        ["error_message"] = null,
        ["date_created"] = Date(message.CreatedAt),
        ["date_updated"] = Date(message.UpdatedAt),
        ["date_sent"] = message.SentAt is { } sent ? Date(sent) : null,
        ["api_version"] = "2010-04-01",
        ["uri"] = $"{MessagePath(options, message)}.json",
        ["subresource_uris"] = new JsonObject { ["media"] = $"{MessagePath(options, message)}/Media.json" },
    };

    public static JsonObject Media(CarrierOptions options, CarrierMessage message, CarrierMedia media) => new()
    {
        ["sid"] = media.Sid,
        ["account_sid"] = options.AccountSid,
        ["parent_sid"] = message.Sid,
        ["content_type"] = media.ContentType,
        ["date_created"] = Date(message.CreatedAt),
        ["date_updated"] = Date(message.UpdatedAt),
        ["uri"] = $"{MessagePath(options, message)}/Media/{media.Sid}.json",
    };

    public static JsonObject Page(string name, IEnumerable<JsonObject> items, CarrierPage page)
    {
        var array = new JsonArray([.. items]);
        return new JsonObject
        {
            [name] = array,
            ["page"] = page.Number,
            ["page_size"] = page.Size,
            ["start"] = page.Number * page.Size,
            ["end"] = (page.Number * page.Size) + Math.Max(array.Count - 1, 0),
            ["uri"] = page.Uri,
            ["first_page_uri"] = page.FirstUri,
            ["next_page_uri"] = page.NextUri,
            ["previous_page_uri"] = null,
        };
    }

    public static JsonObject Error(int status, int code, string message) => new()
    {
        ["code"] = code,
        ["message"] = message,
        ["more_info"] = $"https://www.twilio.com/docs/errors/{code}",
        ["status"] = status,
    };

    private static string MessagePath(CarrierOptions options, CarrierMessage message) =>
        $"/2010-04-01/Accounts/{options.AccountSid}/Messages/{message.Sid}";

    internal static string Date(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One page of a list and the way to the next.</summary>
internal sealed record CarrierPage(int Number, int Size, string Uri, string FirstUri, string? NextUri);
