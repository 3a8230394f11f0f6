using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SnoutOS.Tests.Observability;

/// <summary>Every span of every source in the process, whether the product exports it or not.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IEnumerable<string> Texts => _spans.Select(TextOf);

    public static string TextOf(Activity span) => string.Join("; ",
        [
            span.Source.Name, span.OperationName, span.DisplayName, span.StatusDescription, span.TraceStateString,
            .. span.TagObjects.Select(Pair),
            .. span.Events.SelectMany(happened => happened.Tags.Select(Pair).Prepend(happened.Name)),
            .. span.Links.SelectMany(link => (link.Tags ?? []).Select(Pair)),
        ]);

    public void Dispose() => _listener.Dispose();

    private static string Pair(KeyValuePair<string, object?> tag) => $"{tag.Key}={tag.Value}";
}

/// <summary>Every tag of every measurement of every meter in the process.</summary>
internal sealed class RecordedMetrics : IDisposable
{
    private readonly ConcurrentDictionary<string, bool> _tags = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public RecordedMetrics()
    {
        _listener.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _listener.SetMeasurementEventCallback<byte>(Record);
        _listener.SetMeasurementEventCallback<short>(Record);
        _listener.SetMeasurementEventCallback<int>(Record);
        _listener.SetMeasurementEventCallback<long>(Record);
        _listener.SetMeasurementEventCallback<float>(Record);
        _listener.SetMeasurementEventCallback<double>(Record);
        _listener.SetMeasurementEventCallback<decimal>(Record);
        _listener.Start();
    }

    public IEnumerable<string> Texts
    {
        get
        {
            _listener.RecordObservableInstruments();
            return _tags.Keys;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Record<T>(Instrument instrument, T measurement, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        _tags.TryAdd(instrument.Name, true);
        foreach (var (name, value) in tags)
        {
            _tags.TryAdd($"{instrument.Name} {name}={value}", true);
        }
    }
}
