using System.Net;
using System.Text.Json;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Twilio;

/// <summary>
/// What an answer to a create means for the outbox. Twilio's own texts repeat phone numbers, so reasons are ours.
/// </summary>
internal static class TwilioOutcome
{
    public static SendOutcome Of(HttpStatusCode status, byte[]? body, TimeSpan? retryAfter) => (int)status switch
    {
        200 or 201 => Accepted(body),
        // A request that is refused for concurrency was never processed.
        429 => new SendOutcome.NotTaken(retryAfter, "The provider asked to slow down."),
        408 => new SendOutcome.Ambiguous("The provider gave up waiting for the request."),
        401 or 403 => AccountRefused(ErrorCode(body)),
        >= 400 and < 500 => Refused(ErrorCode(body)),
        var other => new SendOutcome.Ambiguous($"The provider answered {other}."),
    };

    public static SendOutcome.Rejected Rejected(int code) => new(code, TwilioErrors.InWords(code));

    /// <summary>No answer came. What was never written can be tried again; of the rest nobody knows.</summary>
    public static SendOutcome Failed(Exception failure, bool requestLeft)
    {
        var how = failure switch
        {
            HttpRequestException { HttpRequestError: var error } => $"the connection failed ({error})",
            OperationCanceledException => "the wait was cut short",
            _ => "the connection broke",
        };
        return requestLeft
            ? new SendOutcome.Ambiguous($"No answer: {how} after the request had left.")
            : new SendOutcome.NotTaken(null, $"Not sent: {how} before the request left.");
    }

    private static SendOutcome Accepted(byte[]? body)
    {
        if (Read(body, TwilioJson.Default.MessageJson) is not { Sid: { } sid } message || !TwilioSid.IsMessage(sid))
        {
            return new SendOutcome.Ambiguous("The provider's acceptance could not be read.");
        }

        var status = TwilioText.Status(message.Status, message.ErrorCode) ?? MessageStatus.Sending;
        return new SendOutcome.Accepted(sid, status, message.NumSegments is > 0 and var segments ? segments : null);
    }

    private static SendOutcome Refused(int code) => TwilioErrors.IsAboutTheAccount(code) ? AccountRefused(code) : Rejected(code);

    private static SendOutcome.AccountRefused AccountRefused(int code) => new(code, TwilioErrors.InWords(code));

    private static int ErrorCode(byte[]? body) => Read(body, TwilioJson.Default.ErrorJson)?.Code ?? 0;

    private static T? Read<T>(byte[]? body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return body is null ? null : JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
