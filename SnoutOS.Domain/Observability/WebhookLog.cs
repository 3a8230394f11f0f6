using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Observability;

/// <summary>
/// The one structured event of each webhook, built here and nowhere else. A recorded one is logged when it is
/// processed, all others when they are answered. Numbers are given whole and shortened by the host's redactor.
/// </summary>
public static partial class WebhookLog
{
    /// <summary>Thread and message are null for a text that was stored without them, such as one from a number of ours.</summary>
    [LoggerMessage(EventName = "WebhookRouted", Level = LogLevel.Information, Message = "Message {MessageId} of thread {ThreadId} in organization {OrganizationId} went to {Target} by {Reason}; from {Sender} to {Recipient}")]
    public static partial void Routed(
        ILogger logger, Guid organizationId, Guid? threadId, Guid? messageId, RoutingTarget target, RoutingReason reason, [PhoneData] string sender, [PhoneData] string recipient);

    /// <summary>A call. Thread and message are null for one from a number of ours.</summary>
    [LoggerMessage(EventName = "WebhookCall", Level = LogLevel.Information, Message = "Missed call {MessageId} of thread {ThreadId} in organization {OrganizationId}; from {Sender} to {Recipient}")]
    public static partial void Called(
        ILogger logger, Guid organizationId, Guid? threadId, Guid? messageId, [PhoneData] string sender, [PhoneData] string recipient);

    /// <summary>Messaging is off for the organization: the event waits in the ledger.</summary>
    [LoggerMessage(EventName = "WebhookKept", Level = LogLevel.Information, Message = "Provider event {Sequence} of organization {OrganizationId} is kept until messaging is on; from {Sender} to {Recipient}")]
    public static partial void Kept(ILogger logger, long sequence, Guid organizationId, [PhoneData] string sender, [PhoneData] string recipient);

    public static void Unroutable(ILogger logger, long sequence, string sender, string recipient) =>
        Unroutable(logger, sequence, RoutingReason.UnknownNumber, sender, recipient);

    [LoggerMessage(EventName = "WebhookStatus", Level = LogLevel.Information, Message = "Message {MessageId} in organization {OrganizationId} was reported {Status} (error {ErrorCode})")]
    public static partial void Reported(ILogger logger, Guid organizationId, Guid messageId, MessageStatus? status, int? errorCode);

    /// <summary>A webhook that goes no further than its answer; <paramref name="providerSid"/> only when it was signed.</summary>
    public static void Answered(ILogger logger, WebhookKind kind, WebhookAnswer answer, string? providerSid)
    {
        var level = LevelOf(answer);
        Answered(logger, level, kind, answer, providerSid);
    }

    [LoggerMessage(EventName = "WebhookNotRecorded", Level = LogLevel.Error, Message = "A {Kind} webhook for {ProviderSid} could not be recorded; the provider will come again")]
    public static partial void NotRecorded(ILogger logger, Exception failure, WebhookKind kind, string? providerSid);

    [LoggerMessage(EventName = "WebhookUnroutable", Level = LogLevel.Warning, Message = "Provider event {Sequence} is for no number of ours ({Reason}); from {Sender} to {Recipient}")]
    private static partial void Unroutable(ILogger logger, long sequence, RoutingReason reason, [PhoneData] string sender, [PhoneData] string recipient);

    [LoggerMessage(EventName = "WebhookAnswered", Message = "A {Kind} webhook for {ProviderSid} was answered as {Answer}")]
    private static partial void Answered(ILogger logger, LogLevel level, WebhookKind kind, WebhookAnswer answer, string? providerSid);

    private static LogLevel LevelOf(WebhookAnswer answer) => answer switch
    {
        WebhookAnswer.Recorded or WebhookAnswer.Duplicate => LogLevel.Information,
        WebhookAnswer.Malformed or WebhookAnswer.RejectedSignature or WebhookAnswer.Refused => LogLevel.Warning,
        WebhookAnswer.NotRecorded => LogLevel.Error,
    };
}
