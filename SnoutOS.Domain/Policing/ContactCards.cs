using System.Text;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Policing;

/// <summary>Reads contact cards (vCard, RFC 6350 and its elders) as text, so that they are judged like what is typed.</summary>
public static class ContactCards
{
    /// <summary>No honest card is longer; what lies behind is a picture.</summary>
    private const int MostBytes = 64 * 1024;

    private const string Card = "text/vcard";

    /// <summary>The cards among attachments that are about to leave, each by its position.</summary>
    public static IReadOnlyList<(int Position, string Text)> In(IReadOnlyList<OutgoingAttachment> attachments) =>
        [.. attachments.Index()
            .Where(attachment => MediaTypes.Sniff(attachment.Item.Bytes) == Card)
            .Select(attachment => (attachment.Index, Read(attachment.Item.Bytes)))];

    public static bool IsCard(string contentType) => contentType == Card;

    /// <summary>One line for each thing that the card tells: <c>phone: +1 212 555 0142</c>.</summary>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MostBytes)]);
        var told = new StringBuilder();
        foreach (var line in Unfold(text).Split('\n'))
        {
            if (line.IndexOf(':') is var colon and > 0 && Name(line[..colon]) is { } name)
            {
                told.Append(name).Append(": ").Append(Value(line[..colon], line[(colon + 1)..])).Append('\n');
            }
        }

        return told.ToString();
    }

    /// <summary>A line that goes on begins with a blank; in the old quoted-printable form it ends with an equals sign.</summary>
    private static string Unfold(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace("\n ", "", StringComparison.Ordinal)
        .Replace("\n\t", "", StringComparison.Ordinal)
        .Replace("=\n", "", StringComparison.Ordinal);

    /// <summary>What a property tells a person; null for pictures, keys and what only machines read.</summary>
    private static string? Name(string property)
    {
        var name = property.Split(';')[0];
        name = name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant();
        return name switch
        {
            "TEL" => "phone",
            "EMAIL" => "email",
            "URL" or "SOURCE" or "CALURI" => "site",
            "IMPP" or "X-SOCIALPROFILE" or "SOCIALPROFILE" => "profile",
            "FN" or "N" or "NICKNAME" or "ORG" or "TITLE" or "ROLE" or "NOTE" or "ADR" or "LABEL" => "name",
            _ when name.StartsWith("X-", StringComparison.Ordinal) => "also",
            _ => null,
        };
    }

    private static string Value(string property, string value)
    {
        var plain = property.Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase) ? Unquote(value) : value;
        return plain.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\", "", StringComparison.Ordinal).Replace(';', ' ').Trim();
    }

    private static string Unquote(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] == '=' && index + 2 < value.Length
                && byte.TryParse(value.AsSpan(index + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var coded))
            {
                bytes.Add(coded);
                index += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([value[index]]));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
