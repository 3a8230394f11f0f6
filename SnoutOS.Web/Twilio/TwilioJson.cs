using System.Text.Json;
using System.Text.Json.Serialization;

namespace SnoutOS.Web.Twilio;

/// <summary>A message in Twilio's words. Counts come as strings, dates as RFC 2822, statuses as an open list.</summary>
internal sealed record MessageJson(
    string? Sid,
    string? Status,
    string? Direction,
    string? From,
    string? To,
    string? Body,
    [property: JsonConverter(typeof(LooseNumber))] int? NumSegments,
    [property: JsonConverter(typeof(LooseNumber))] int? NumMedia,
    [property: JsonConverter(typeof(LooseNumber))] int? ErrorCode,
    string? DateCreated,
    string? DateSent);

internal sealed record MessagePageJson(List<MessageJson>? Messages, string? NextPageUri);

internal sealed record MediaJson(string? Uri, string? ContentType);

internal sealed record MediaPageJson(List<MediaJson>? MediaList);

/// <summary>A number of the account: where its texts and calls are sent, unless an application or trunk takes them.</summary>
internal sealed record NumberJson(
    string? Sid,
    string? PhoneNumber,
    CapabilitiesJson? Capabilities,
    string? SmsUrl,
    string? SmsMethod,
    string? SmsApplicationSid,
    string? VoiceUrl,
    string? VoiceMethod,
    string? VoiceApplicationSid,
    string? TrunkSid);

internal sealed record CapabilitiesJson(bool? Sms);

internal sealed record NumberPageJson(List<NumberJson>? IncomingPhoneNumbers, string? NextPageUri);

internal sealed record ErrorJson([property: JsonConverter(typeof(LooseNumber))] int? Code);

/// <summary>Reads a number that may come as a string, and anything else as null.</summary>
internal sealed class LooseNumber : JsonConverter<int?>
{
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var number) ? number : null;
            case JsonTokenType.String:
                return TwilioText.Number(reader.GetString());
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers of the provider are read, never written.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MessageJson))]
[JsonSerializable(typeof(MessagePageJson))]
[JsonSerializable(typeof(MediaPageJson))]
[JsonSerializable(typeof(NumberJson))]
[JsonSerializable(typeof(NumberPageJson))]
[JsonSerializable(typeof(ErrorJson))]
internal sealed partial class TwilioJson : JsonSerializerContext;
