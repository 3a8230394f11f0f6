namespace SnoutOS.Domain.Observability;

/// <summary>
/// Counts by the minute in memory until <see cref="DeploymentCountsWorker"/> writes them down. Cheap enough for every
/// log event and every refused webhook.
/// </summary>
public sealed class DeploymentCounts(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly AsyncLocal<bool> _quiet = new();
    private Dictionary<(CountedEvent Event, DateTimeOffset Minute), int> _counts = [];

    public void Increment(CountedEvent counted)
    {
        if (_quiet.Value)
        {
            return;
        }

        var now = clock.GetUtcNow();
        Add((counted, new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero)), 1);
    }

    /// <summary>Hands over what was counted and begins again.</summary>
    internal Dictionary<(CountedEvent Event, DateTimeOffset Minute), int> Take()
    {
        lock (_lock)
        {
            var taken = _counts;
            _counts = [];
            return taken;
        }
    }

    /// <summary>Takes back what could not be written.</summary>
    internal void Return(Dictionary<(CountedEvent Event, DateTimeOffset Minute), int> counts)
    {
        foreach (var (key, count) in counts)
        {
            Add(key, count);
        }
    }

    /// <summary>
    /// From here on, nothing that the calling flow does is counted: writing the counts logs, and counting that would
    /// make something to write for ever.
    /// </summary>
    internal void KeepQuiet() => _quiet.Value = true;

    private void Add((CountedEvent Event, DateTimeOffset Minute) key, int count)
    {
        lock (_lock)
        {
            _counts[key] = _counts.GetValueOrDefault(key) + count;
        }
    }
}
