using System.Collections.Immutable;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Web.Live;

/// <summary>
/// Tells the circuits that watch an organization that a thread changed. It carries no content: whoever is told reads
/// again, and that read checks again who is reading.
/// </summary>
public sealed partial class ThreadNotifier(ILogger<ThreadNotifier> logger) : ICommittedEvents
{
    private ImmutableDictionary<Guid, ImmutableHashSet<Watcher>> _watchers = ImmutableDictionary<Guid, ImmutableHashSet<Watcher>>.Empty;

    /// <summary>Calls back, off the writer's thread, for every change in the organization until disposed.</summary>
    public IDisposable Watch(Guid organizationId, Func<ThreadChanged, Task> onChanged)
    {
        var watcher = new Watcher(this, organizationId, onChanged);
        ImmutableInterlocked.AddOrUpdate(ref _watchers, organizationId, _ => [watcher], (_, all) => all.Add(watcher));
        return watcher;
    }

    public void Publish(IReadOnlyCollection<ThreadChanged> changes)
    {
        foreach (var change in changes)
        {
            if (_watchers.TryGetValue(change.OrganizationId, out var watchers))
            {
                foreach (var watcher in watchers)
                {
                    _ = Task.Run(() => TellAsync(watcher, change));
                }
            }
        }
    }

    private async Task TellAsync(Watcher watcher, ThreadChanged change)
    {
        try
        {
            await watcher.OnChanged(change);
        }
        catch (Exception failure)
        {
            // One page's failure must not silence the others, nor reach the writer.
            LogWatcherFailed(failure, change.OrganizationId, change.ThreadId);
        }
    }

    private void Remove(Watcher watcher) =>
        ImmutableInterlocked.AddOrUpdate(ref _watchers, watcher.OrganizationId, _ => [], (_, all) => all.Remove(watcher));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not show a change of thread {ThreadId} in organization {OrganizationId}")]
    private partial void LogWatcherFailed(Exception failure, Guid organizationId, Guid threadId);

    private sealed record Watcher(ThreadNotifier Notifier, Guid OrganizationId, Func<ThreadChanged, Task> OnChanged) : IDisposable
    {
        public bool Equals(Watcher? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        public void Dispose() => Notifier.Remove(this);
    }
}
