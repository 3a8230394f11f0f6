using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SnoutOS.Web.Operations;

/// <summary>One line that is to be scanned. Text may hold halves of surrogate pairs, which a JSON reader refuses to hand out.</summary>
internal static class ScanLine
{
    public const string Expectation = "A line is a JSON string or an array of JSON strings.";

    /// <summary>The messages of a line, or null if it holds something else.</summary>
    public static IReadOnlyList<string>? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement switch
            {
                { ValueKind: JsonValueKind.String } message => [TextOf(message)],
                { ValueKind: JsonValueKind.Array } messages when messages.EnumerateArray().All(message => message.ValueKind == JsonValueKind.String) =>
                    [.. messages.EnumerateArray().Select(TextOf)],
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TextOf(JsonElement message)
    {
        var raw = message.GetRawText().AsSpan()[1..^1];
        if (!raw.Contains('\\'))
        {
            return raw.ToString();
        }

        var text = new StringBuilder(raw.Length);
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] != '\\')
            {
                text.Append(raw[index]);
            }
            else if (raw[++index] == 'u')
            {
                text.Append((char)ushort.Parse(raw.Slice(index + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                index += 4;
            }
            else
            {
                text.Append(raw[index] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var same => same });
            }
        }

        return text.ToString();
    }
}
