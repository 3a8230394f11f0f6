using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Persistence;

namespace SnoutOS.Domain.Observability;

/// <summary>Adds what was counted to the database every few seconds, and once more when the host stops.</summary>
public sealed partial class DeploymentCountsWorker(
    DeploymentCounts counts, Writer writer, TimeProvider clock, ILogger<DeploymentCountsWorker> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Writes now. Whoever reads the counters calls this first, so that what happened before is in them.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        counts.KeepQuiet();
        var taken = counts.Take();
        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            await writer.CommitInstallationAsync(async db =>
            {
                foreach (var (key, count) in taken)
                {
                    await db.DeploymentCounters.AddAsync(key.Event, key.Minute, count, cancellationToken);
                }
            }, cancellationToken);
        }
        catch
        {
            counts.Return(taken);
            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryFlushAsync(stoppingToken);
        }
    }

    private async Task TryFlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFlushFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The deployment's counters could not be written; they are kept for the next time")]
    private partial void LogFlushFailed(Exception failure);
}
