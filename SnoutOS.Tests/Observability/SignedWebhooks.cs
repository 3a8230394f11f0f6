using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SnoutOS.Tests.Observability;

/// <summary>Posts forms to the webhook as the provider would, signed with the account's token.</summary>
internal sealed class SignedWebhooks(HttpClient client, string publicUrl, string token)
{
    public const string Path = "/api/messages/webhook/twilio";

    public Task<HttpStatusCode> PostAsync(string sid, string? from, string to, string body) =>
        PostAsync("", Form(sid, from, to, body));

    public async Task<HttpStatusCode> PostAsync(string under, Dictionary<string, string> form, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path + under) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature ?? Sign(publicUrl + under, form));
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    public static Dictionary<string, string> Form(string sid, string? from, string to, string body)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["MessageSid"] = sid, ["To"] = to, ["Body"] = body, ["NumMedia"] = "0", ["NumSegments"] = "1" };
        if (from is not null)
        {
            form["From"] = from;
        }

        return form;
    }

    private string Sign(string url, Dictionary<string, string> form)
    {
        var text = url + string.Concat(form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // The provider signs with HMAC-SHA1 and with nothing else.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
