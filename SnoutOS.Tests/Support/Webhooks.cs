using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace SnoutOS.Tests.Support;

/// <summary>Calls the webhook the way the carrier does, signed with a signer of its own.</summary>
public sealed class Webhooks(SnoutApp app)
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";
    public const string AuthToken = "a-token-only-for-tests";

    /// <summary>The address as configured; where the request really goes is the test's business.</summary>
    public const string PublicUrl = "https://texts.example.test/api/messages/webhook/twilio";

    private const string Path = "/api/messages/webhook/twilio";

    private readonly HttpClient _http = app.Anonymous();

    public static Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["TWILIO_ACCOUNT_SID"] = AccountSid,
        ["TWILIO_AUTH_TOKEN"] = AuthToken,
        ["TWILIO_WEBHOOK_URL"] = PublicUrl,
    };

    /// <summary>An id of the carrier's form.</summary>
    public static string NewSid() => $"SM{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    public Task<HttpResponseMessage> TextAsync(string from, string to, string body, string? sid = null, params (string Key, string Value)[] extra) =>
        PostAsync("", [("MessageSid", sid ?? NewSid()), ("AccountSid", AccountSid), ("From", from), ("To", to), ("Body", body), ("NumMedia", "0"), ("NumSegments", "1"), .. extra]);

    public Task<HttpResponseMessage> CallAsync(string from, string to, string? sid = null) =>
        PostAsync("/voice", [("CallSid", sid ?? $"CA{NewSid()[2..]}"), ("AccountSid", AccountSid), ("From", from), ("To", to), ("CallStatus", "ringing"), ("Direction", "inbound")]);

    public Task<HttpResponseMessage> StatusAsync(Guid messageId, string sid, string status, int? errorCode = null) =>
        PostAsync($"/status/{messageId}", [
            ("MessageSid", sid), ("MessageStatus", status), ("AccountSid", AccountSid),
            .. errorCode is null ? Array.Empty<(string, string)>() : [("ErrorCode", $"{errorCode}")]]);

    public Task<HttpResponseMessage> PostAsync(string below, IReadOnlyList<(string Key, string Value)> fields) =>
        SendAsync(below, Encode(fields), Sign(PublicUrl + below, fields));

    public async Task<HttpResponseMessage> SendAsync(string below, string body, string? signature, string contentType = "application/x-www-form-urlencoded")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path + below)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } },
        };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        }

        return await _http.SendAsync(request);
    }

    public static string Encode(IReadOnlyList<(string Key, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>The carrier's rule: the address, then each key and value in the order of the keys.</summary>
    public static string Sign(string url, IReadOnlyList<(string Key, string Value)> fields, string key = AuthToken)
    {
        var text = url + string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // The carrier signs with it; nothing else does.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
