using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Web.Api;

/// <summary>
/// Where Twilio calls. Verifies, parses, records and answers; everything else happens after the answer. A 200 means
/// that the event is on the disk, a 5xx that it is not and Twilio should come again.
/// </summary>
[ApiController]
[AllowAnonymous]
[Route("api/messages/webhook/twilio")]
public sealed class TwilioWebhookController(
    ProviderEventIntake intake,
    DeploymentCounts counts,
    MessagingTelemetry telemetry,
    NumberDirectory numbers,
    NoticeTexts notices,
    ILogger<TwilioWebhookController> logger,
    TwilioOptions? options = null) : ControllerBase
{
    /// <summary>Said where no business is known that could say it in its own words.</summary>
    private const string TextsOnly = "This number takes text messages only. Please hang up and send a text. Goodbye.";

    /// <summary>Well under Twilio's 15 seconds, so that the answer is ours and not a time-out.</summary>
    private static readonly TimeSpan RecordWithin = TimeSpan.FromSeconds(8);

    /// <summary>Takes in a text that somebody sent to a number of ours.</summary>
    [HttpPost]
    public Task<IActionResult> ReceiveMessageAsync(CancellationToken cancellationToken) =>
        AnswerAsync(WebhookKind.Message, options?.WebhookUrl, (form, raw) => TwilioInbound.TryRead(form, out var text)
            ? InboundEvents.Of(text.ToInboundText(), ProviderEventSource.Webhook, raw)
            : null, cancellationToken);

    /// <summary>Takes in what became of a message that we sent.</summary>
    [HttpPost("status/{messageId:guid}")]
    public Task<IActionResult> ReceiveStatusAsync(Guid messageId, CancellationToken cancellationToken) =>
        AnswerAsync(WebhookKind.Status, options?.UrlUnder($"status/{RouteData.Values["messageId"]}"), (form, raw) => TwilioStatus.TryRead(form, out var status)
            ? InboundEvents.Of(messageId, new StatusReport(status.MessageSid, status.Status, status.ErrorCode), status.Word, raw)
            : null, cancellationToken);

    /// <summary>Takes in a call, and says in the business's words that the number takes texts only.</summary>
    [HttpPost(TwilioOptions.Voice)]
    public async Task<IActionResult> ReceiveCallAsync(CancellationToken cancellationToken)
    {
        InboundCall? call = null;
        var answer = await AnswerAsync(WebhookKind.Voice, options?.UrlUnder(TwilioOptions.Voice), (form, raw) => CallForm.TryRead(form, out call)
            ? InboundEvents.Of(call, raw)
            : null, cancellationToken);
        return answer is ContentResult ? Xml(Twiml.Say(await WordsAsync(call, cancellationToken))) : answer;
    }

    /// <summary>Said by ourselves: the pages' own fallback would otherwise claim the address for every other method.</summary>
    [AcceptVerbs("GET", "HEAD", "PUT", "PATCH", "DELETE")]
    [AcceptVerbs("GET", "HEAD", "PUT", "PATCH", "DELETE", Route = "status/{messageId:guid}")]
    [AcceptVerbs("GET", "HEAD", "PUT", "PATCH", "DELETE", Route = TwilioOptions.Voice)]
    [ApiExplorerSettings(IgnoreApi = true)]
    public IActionResult RefuseMethod()
    {
        Response.Headers.Allow = HttpMethods.Post;
        return Problems.Of(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", "The webhook takes POST only.");
    }

    private ContentResult Xml(string twiml) => Content(twiml, "text/xml", System.Text.Encoding.UTF8);

    private async Task<string> WordsAsync(InboundCall? call, CancellationToken cancellationToken) =>
        call is not null && (await numbers.FindAsync(call.To, call.From, cancellationToken)).To is { } number
            ? await notices.SpokenAsync(number.OrganizationId, cancellationToken)
            : TextsOnly;

    private async Task<IActionResult> AnswerAsync(
        WebhookKind kind, string? url, Func<TwilioForm, string, IncomingEvent?> read, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (answer, sid) = await TakeInAsync(kind, url, read, cancellationToken);
        telemetry.WebhookAnswered(kind, answer.Meaning, Stopwatch.GetElapsedTime(started));
        if (answer.Meaning is not (WebhookAnswer.Recorded or WebhookAnswer.NotRecorded))
        {
            // A recorded one is told of when it is processed, with everything that was found out about it.
            WebhookLog.Answered(logger, kind, answer.Meaning, sid);
        }

        return answer.Status == StatusCodes.Status200OK ? Xml(Twiml.Nothing) : Problems.Of(answer.Status, answer.Code, answer.Detail);
    }

    private async Task<(Answer Answer, string? Sid)> TakeInAsync(
        WebhookKind kind, string? url, Func<TwilioForm, string, IncomingEvent?> read, CancellationToken cancellationToken)
    {
        if (Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (Answer.NotAForm, null);
        }

        if (await ReadBodyAsync(cancellationToken) is not { } body || TwilioForm.Parse(body) is not { } form)
        {
            return (Answer.TooLarge, null);
        }

        // A query that was added on the way is part of what was called, and so of what must have been signed.
        var signature = Request.Headers[TwilioSignature.Header];
        if (options is null || signature.Count != 1
            || !TwilioSignature.IsValid(options.SignatureKeys, url + Request.QueryString.Value, form, signature[0]))
        {
            counts.Increment(CountedEvent.RejectedSignature);
            return (Answer.BadSignature, null);
        }

        var raw = System.Text.Encoding.UTF8.GetString(body);
        var understood = read(form, raw);
        var incoming = understood ?? InboundEvents.Malformed(Convert.ToHexStringLower(SHA256.HashData(body)), raw);
        return (await RecordAsync(kind, incoming, understood is not null, cancellationToken), incoming.ProviderSid);
    }

    private async Task<Answer> RecordAsync(WebhookKind kind, IncomingEvent incoming, bool understood, CancellationToken cancellationToken)
    {
        try
        {
            var result = await intake.RecordAsync(incoming, cancellationToken).WaitAsync(RecordWithin, cancellationToken);
            return result == IntakeResult.Duplicate ? Answer.Duplicate : understood ? Answer.Recorded : Answer.Malformed;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            WebhookLog.NotRecorded(logger, failure, kind, incoming.ProviderSid);
            return Answer.NotRecorded;
        }
    }

    /// <summary>The raw bytes, which are what was signed; null when there are more than Twilio ever sends.</summary>
    private async Task<byte[]?> ReadBodyAsync(CancellationToken cancellationToken)
    {
        if (Request.ContentLength > TwilioForm.MaxBytes)
        {
            return null;
        }

        var reader = Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > TwilioForm.MaxBytes)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private sealed record Answer(WebhookAnswer Meaning, int Status = StatusCodes.Status200OK, string Code = "", string Detail = "")
    {
        public static readonly Answer Recorded = new(WebhookAnswer.Recorded);
        public static readonly Answer Duplicate = new(WebhookAnswer.Duplicate);
        public static readonly Answer Malformed = new(WebhookAnswer.Malformed);

        public static readonly Answer NotAForm = new(
            WebhookAnswer.Refused, 415, "unsupported_media_type", "The webhook takes application/x-www-form-urlencoded only.");

        public static readonly Answer TooLarge = new(WebhookAnswer.Refused, 413, "body_too_large", "The webhook takes at most 256 KB.");

        public static readonly Answer BadSignature = new(
            WebhookAnswer.RejectedSignature, 403, "invalid_signature", "The signature does not belong to this request and the configured URL.");

        public static readonly Answer NotRecorded = new(
            WebhookAnswer.NotRecorded, 503, "not_recorded", "The event could not be recorded. Send it again.");
    }
}
