using System.Diagnostics;
using System.Diagnostics.Metrics;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Observability;

/// <summary>
/// The measurements of the message path. Tags are closed sets of words, so that no number, name or text can become
/// one and the series stay few. Durations are in seconds.
/// </summary>
public sealed class MessagingTelemetry : IDisposable
{
    /// <summary>The name of both the meter and the activity source.</summary>
    public const string Name = "SnoutOS.Messaging";

    /// <summary>Spans of the message path; their tags hold ids and enum values only.</summary>
    public static readonly ActivitySource Activities = new(Name);

    private static readonly InstrumentAdvice<double> Latency =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300] };

    private readonly Meter _meter;
    private readonly Counter<long> _webhooks;
    private readonly Histogram<double> _webhookDuration;
    private readonly Counter<long> _events;
    private readonly Counter<long> _routed;
    private readonly Histogram<double> _receiveToCommit;
    private readonly Counter<long> _sends;
    private readonly Histogram<double> _commitToAccepted;
    private readonly Counter<long> _statuses;
    private volatile OutboxReading _outbox = new(0, TimeSpan.Zero);

    public MessagingTelemetry(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(Name) ?? new Meter(Name);
        _webhooks = _meter.CreateCounter<long>("snoutos.webhooks", description: "Webhooks by kind and answer");
        _webhookDuration = _meter.CreateHistogram("snoutos.webhook.duration", "s", "From a webhook's arrival to its answer", advice: Latency);
        _events = _meter.CreateCounter<long>("snoutos.events.processed", description: "Provider events by the state they were left in");
        _routed = _meter.CreateCounter<long>("snoutos.messages.routed", description: "Inbound messages by target and reason");
        _receiveToCommit = _meter.CreateHistogram("snoutos.message.receive_to_commit", "s", "From the receive instant to the committed message", advice: Latency);
        _sends = _meter.CreateCounter<long>("snoutos.sends", description: "Requests to the provider by outcome");
        _commitToAccepted = _meter.CreateHistogram("snoutos.message.commit_to_accepted", "s", "From the committed message to the provider's word that it took it", advice: Latency);
        _statuses = _meter.CreateCounter<long>("snoutos.status_callbacks", description: "Status callbacks by status");
        _meter.CreateObservableGauge("snoutos.outbox.pending", () => _outbox.Pending, description: "Messages waiting for the provider");
        _meter.CreateObservableGauge("snoutos.outbox.oldest", () => _outbox.Oldest.TotalSeconds, "s", "Age of the message that waits longest");
    }

    public void WebhookAnswered(WebhookKind kind, WebhookAnswer answer, TimeSpan took)
    {
        _webhooks.Add(1, Tag("kind", kind), Tag("outcome", answer));
        _webhookDuration.Record(took.TotalSeconds, Tag("kind", kind));
    }

    public void EventProcessed(ProviderEventKind kind, ProviderEventState leftAs) =>
        _events.Add(1, Tag("kind", kind), Tag("outcome", leftAs));

    public void Routed(RoutingTarget target, RoutingReason reason, TimeSpan sinceReceived)
    {
        _routed.Add(1, Tag("target", target), Tag("reason", reason));
        _receiveToCommit.Record(sinceReceived.TotalSeconds, Tag("target", target));
    }

    public void Submitted(SendOutcome outcome, TimeSpan sinceCommit)
    {
        _sends.Add(1, new KeyValuePair<string, object?>("outcome", TagWords.Of(outcome.GetType().Name)));
        if (outcome is SendOutcome.Accepted)
        {
            _commitToAccepted.Record(sinceCommit.TotalSeconds);
        }
    }

    /// <summary>Null for a status that the provider has and we do not know.</summary>
    public void StatusReported(MessageStatus? status) =>
        _statuses.Add(1, new KeyValuePair<string, object?>("status", status is { } known ? TagWords.Of(known) : "unknown"));

    /// <summary>What the gauges show until the next reading; scraping never asks the database.</summary>
    public void OutboxRead(int pending, TimeSpan oldest) => _outbox = new OutboxReading(pending, oldest);

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag<T>(string name, T value)
        where T : struct, Enum =>
        new(name, TagWords.Of(value));

    private sealed record OutboxReading(int Pending, TimeSpan Oldest);
}
