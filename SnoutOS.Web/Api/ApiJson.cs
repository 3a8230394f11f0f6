using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Phones;

namespace SnoutOS.Web.Api;

/// <summary>
/// How the API writes and reads JSON: camelCase names, snake_case enum values, times in RFC 3339 UTC, phone numbers
/// in their short form. Unknown fields are ignored.
/// </summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new ShortPhoneConverter());
        options.Converters.Add(new VisitTimeConverter());
        return options;
    }

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Instants.TryParse(reader.GetString(), out var instant)
                ? instant
                : throw new JsonException(Instants.Expectation);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Instants.Format(value));
    }

    /// <summary>A time with an offset tells what the caller's clock shows; one in UTC is an instant and nothing else.</summary>
    private sealed class VisitTimeConverter : JsonConverter<VisitTime>
    {
        public override VisitTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            return !Instants.TryParse(text, out var instant) ? throw new JsonException(Instants.Expectation)
                : text.EndsWith('Z') || text.EndsWith('z') ? new VisitTime.At(instant)
                : new VisitTime.WithOffset(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture));
        }

        public override void Write(Utf8JsonWriter writer, VisitTime value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Answers carry instants.");
    }

    /// <summary>
    /// A number that reaches an answer by way of an object is short. The few answers that show one whole write its
    /// text, and requests bring text that a reader of numbers understands.
    /// </summary>
    private sealed class ShortPhoneConverter : JsonConverter<PhoneNumber>
    {
        public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new JsonException("Requests carry phone numbers as text.");

        public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
