using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SnoutOS.Domain.Sending;
using SnoutOS.Web.Components.Sitting;

namespace SnoutOS.Web.Api;

/// <summary>How a refused send is told to the caller.</summary>
public static class SendRefusals
{
    public static ObjectResult Of(SendVerdict verdict) => verdict switch
    {
        SendVerdict.BodyEmpty =>
            Problems.Of(StatusCodes.Status400BadRequest, "body_empty", "Write something first."),
        SendVerdict.BodyTooLong tooLong => Problems.Of(
            StatusCodes.Status400BadRequest,
            "body_too_long",
            $"A message has at most {MessageSender.MaxBodyLength} characters.",
            ("length", tooLong.Length),
            ("maxLength", MessageSender.MaxBodyLength)),
        SendVerdict.AttachmentRefused refused =>
            Problems.Of(StatusCodes.Status400BadRequest, "attachment_refused", refused.Reason),
        SendVerdict.ThreadNotFound => Problems.NotFound(),
        SendVerdict.KeyReused =>
            Problems.Conflict("idempotency_key_reused", "This key has sent another message. Use a new one."),
        SendVerdict.SitterLocked => Problems.Of(
            StatusCodes.Status423Locked, "sitter_locked", "Your messaging is paused. The office can turn it on again."),
        SendVerdict.WindowClosed closed => Problems.Conflict(
            "window_closed",
            "You can write to this client only around your visits.",
            ("nextWindowStartsAt", closed.NextOpensAt is { } opens ? Instants.Format(opens) : null)),
        SendVerdict.NumberInactive inactive => Problems.Conflict(
            "number_inactive",
            "This conversation's number cannot be written from any more.",
            ("continueOnThreadId", inactive.ContinueOnThreadId)),
        SendVerdict.RecipientOptedOut optedOut => Problems.Conflict(
            "recipient_opted_out",
            optedOut.ThisNumberOnly
                ? "The client has opted out of texts from this number. Only START from their phone to it opens it again."
                : "The client has opted out of texts. Only START from their phone opens the conversation again.",
            ("thisNumberOnly", optedOut.ThisNumberOnly)),
        SendVerdict.NoPhone => Problems.Conflict("no_phone", "This client has no phone to write to."),
        SendVerdict.BillingFrontDeskOnly => Problems.Of(
            StatusCodes.Status422UnprocessableEntity, "billing_front_desk_only", "Messages about money leave from the front desk number only."),
        SendVerdict.Blocked blocked => Problems.Of(
            StatusCodes.Status422UnprocessableEntity,
            "anti_poaching_blocked",
            BlockedWords.Of(blocked.Standing),
            ("messageId", blocked.MessageId),
            ("message", BlockedWords.Of(blocked.Standing))),
        SendVerdict.NotRetryable =>
            Problems.Conflict("not_retryable", "Only a message that failed, and was not sent again yet, can be retried."),
        _ => throw new UnreachableException($"No answer for {verdict.GetType().Name}."),
    };
}
