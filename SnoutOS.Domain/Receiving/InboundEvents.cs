using System.Text.Json;

namespace SnoutOS.Domain.Receiving;

/// <summary>Gives events their keys in the ledger.</summary>
public static class InboundEvents
{
    /// <summary>An inbound text, however it was heard of: one message, one key.</summary>
    public static IncomingEvent Of(InboundText text, ProviderEventSource source, string raw, DateTimeOffset? providerDate = null) =>
        new(ProviderEventKind.Message, source, $"message:{text.ProviderSid}", text.From, text.To, text.ProviderSid, null, JsonSerializer.Serialize(text), raw, providerDate);

    /// <summary>A status report: the same word on the same message is one event, another word is another.</summary>
    public static IncomingEvent Of(Guid messageId, StatusReport report, string rawStatus, string raw, ProviderEventSource source = ProviderEventSource.Webhook) =>
        new(ProviderEventKind.Status, source, $"status:{messageId:N}:{report.ProviderSid}:{rawStatus}:{report.ErrorCode}", "", "", report.ProviderSid, messageId, JsonSerializer.Serialize(report), raw);

    /// <summary>A call, however often the provider asks what to say to it.</summary>
    public static IncomingEvent Of(InboundCall call, string raw) =>
        new(ProviderEventKind.Call, ProviderEventSource.Webhook, $"call:{call.ProviderSid}", call.From, call.To, call.ProviderSid, null, JsonSerializer.Serialize(call), raw);

    /// <summary>Signed, but not understood: kept as it came, once.</summary>
    public static IncomingEvent Malformed(string bodyHash, string raw) =>
        new(ProviderEventKind.Malformed, ProviderEventSource.Webhook, $"malformed:{bodyHash}", "", "", "", null, "", raw);
}
