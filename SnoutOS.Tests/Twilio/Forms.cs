using System.Text;
using System.Text.Json.Nodes;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Twilio;

/// <summary>Makes forms the way Twilio posts them.</summary>
internal static class Forms
{
    public static byte[] Bytes(IEnumerable<(string Key, string Value)> fields) => Encoding.ASCII.GetBytes(
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));

    public static TwilioForm Of(params IEnumerable<(string Key, string Value)> fields) => TwilioForm.Parse(Bytes(fields))!;

    /// <summary>From a JSON object in which a repeated key holds an array.</summary>
    public static TwilioForm Of(JsonNode? fields) => Of(
        from field in fields?.AsObject() ?? []
        from value in field.Value is JsonArray values ? values.AsEnumerable() : [field.Value]
        select (field.Key, (string?)value ?? ""));
}
