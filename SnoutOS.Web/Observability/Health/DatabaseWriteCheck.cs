using Microsoft.Extensions.Diagnostics.HealthChecks;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Observability.Health;

/// <summary>
/// Proves a write by making one, all the way to the commit: while another process holds the lock or the disk is full,
/// reads still succeed, and a write that is rolled back may never touch the disk.
/// </summary>
public sealed class DatabaseWriteCheck(Writer writer) : IHealthCheck
{
    /// <summary>Real time, whatever the product's clock shows: it bounds how long the caller waits.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task _write = Task.CompletedTask;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await CurrentWrite().WaitAsync(Limit, TimeProvider.System, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database did not take a write in time.");
        }
    }

    /// <summary>One write at a time: callers who come while one is stuck wait for that one instead of queueing more.</summary>
    private Task CurrentWrite()
    {
        lock (_lock)
        {
            return _write.IsCompleted ? _write = Task.Run(WriteAsync) : _write;
        }
    }

    private Task WriteAsync() => writer.CommitInstallationAsync(
        db => db.DeploymentCounters.AddAsync(CountedEvent.ReadinessProbe, DateTimeOffset.UnixEpoch, 1, CancellationToken.None),
        CancellationToken.None);
}
