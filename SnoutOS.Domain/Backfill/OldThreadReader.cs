using System.Globalization;
using System.Text.Json;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Backfill;

/// <summary>Reads a file with one JSON object on each line. Fields that it does not know are let be.</summary>
public sealed class OldThreadReader(DateTimeOffset now)
{
    private const int LongestProviderId = 64;

    private readonly List<LineFault> _faults = [];
    private int _line;

    public IReadOnlyList<LineFault> Faults => _faults;

    /// <summary>The lines that make sense; what is wrong with the others is in <see cref="Faults"/>.</summary>
    public async Task<IReadOnlyList<OldThread>> ReadAsync(TextReader file, CancellationToken cancellationToken)
    {
        var threads = new List<OldThread>();
        while (await file.ReadLineAsync(cancellationToken) is { } text)
        {
            _line++;
            if (!string.IsNullOrWhiteSpace(text) && Parse(text) is { } thread)
            {
                threads.Add(thread);
            }
        }

        return threads;
    }

    private OldThread? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return ThreadOf(json.RootElement);
            }
        }
        catch (JsonException)
        {
            // Its message would repeat what stands there.
        }

        return Wrong<OldThread>("", "This is not a JSON object.");
    }

    private OldThread? ThreadOf(JsonElement json)
    {
        var before = _faults.Count;
        var organization = Guid.TryParse(TextIn(json, "org"), out var id) ? id : Missing<Guid>("org", "It takes the id of the business.");
        var phone = PhoneNumber.TryParse(TextIn(json, "clientPhone"), out var parsed) ? parsed : Missing<PhoneNumber>("clientPhone", "It takes a phone number in E.164 form.");
        var messages = MessagesOf(json);
        PhoneNumber? number = null;
        if (json.TryGetProperty("number", out var told) && told.ValueKind != JsonValueKind.Null)
        {
            number = PhoneNumber.TryParse(TextIn(json, "number"), out var ours) ? ours : Missing<PhoneNumber>("number", "It takes a phone number in E.164 form, or null.");
        }

        return _faults.Count > before ? null : new OldThread(_line, organization, phone, number, messages);
    }

    private List<OldMessage> MessagesOf(JsonElement json)
    {
        var messages = new List<OldMessage>();
        if (!json.TryGetProperty("messages", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            Wrong<OldMessage>("messages", "It takes a list.");
            return messages;
        }

        foreach (var (place, item) in list.EnumerateArray().Index())
        {
            var field = $"messages[{place}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                Wrong<OldMessage>(field, "It takes an object.");
            }
            else
            {
                messages.Add(MessageOf(item, field));
            }
        }

        return messages;
    }

    private OldMessage MessageOf(JsonElement json, string field)
    {
        var direction = TextIn(json, "direction") switch
        {
            "inbound" => Direction.Inbound,
            "outbound" => Direction.Outbound,
            _ => Missing<Direction>($"{field}.direction", "It is inbound or outbound."),
        };
        var body = TextIn(json, "body") ?? Wrong<string>($"{field}.body", "It takes a text.") ?? "";
        var at = InstantOf(TextIn(json, "at")) ?? Missing<DateTimeOffset>($"{field}.at", "It takes a time with its offset from UTC, such as 2026-03-04T09:30:00-05:00.");
        if (at > now)
        {
            Wrong<OldMessage>($"{field}.at", "It lies ahead.");
        }

        var providerId = TextIn(json, "providerId");
        if (providerId is { Length: 0 or > LongestProviderId } || providerId?.All(char.IsAsciiLetterOrDigit) == false)
        {
            Wrong<OldMessage>($"{field}.providerId", $"It takes up to {LongestProviderId} letters and digits, or is left out.");
        }

        return new OldMessage(direction, body, at, providerId);
    }

    /// <summary>An instant as it will be stored; null without an offset, since nobody could say when that was.</summary>
    private static DateTimeOffset? InstantOf(string? text) =>
        text is not null
        && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
        && text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero)
            : null;

    private static string? TextIn(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private T? Wrong<T>(string field, string sentence)
        where T : class
    {
        _faults.Add(new LineFault(_line, field, sentence));
        return null;
    }

    private T Missing<T>(string field, string sentence)
        where T : struct
    {
        _faults.Add(new LineFault(_line, field, sentence));
        return default;
    }
}
