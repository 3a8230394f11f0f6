using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Routing;

namespace SnoutOS.Domain.Observability;

/// <summary>The one structured event of an inbound message, built here and nowhere else.</summary>
public static partial class WebhookLog
{
    public static void Routed(ILogger logger, RoutedMessage routed, string sender, string recipient) =>
        LogRouted(logger, routed.OrganizationId, routed.ThreadId, routed.MessageId, routed.Route.Target, routed.Route.Reason, PhoneNumber.Shorten(sender), PhoneNumber.Shorten(recipient));

    public static void Unroutable(ILogger logger, long sequence, string sender, string recipient) =>
        LogUnroutable(logger, sequence, RoutingReason.UnknownNumber, PhoneNumber.Shorten(sender), PhoneNumber.Shorten(recipient));

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {MessageId} of thread {ThreadId} in organization {OrganizationId} went to {Target} by {Reason}; from {Sender} to {Recipient}")]
    private static partial void LogRouted(ILogger logger, Guid organizationId, Guid? threadId, Guid? messageId, RoutingTarget target, RoutingReason reason, string sender, string recipient);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Provider event {Sequence} is for no number of ours ({Reason}); from {Sender} to {Recipient}")]
    private static partial void LogUnroutable(ILogger logger, long sequence, RoutingReason reason, string sender, string recipient);
}
