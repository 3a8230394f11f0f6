using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain.Bookings;

/// <summary>Keeps visits and conversations ahead of time, looking every few seconds: mostly there is nothing to do.</summary>
public sealed partial class HorizonWorker(SeriesHorizon horizon, ThreadsAhead threads, TimeProvider clock, ILogger<HorizonWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await horizon.ExtendAsync(stoppingToken);
                await threads.CatchUpAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The weeks ahead could not be looked after; trying again")]
    private partial void LogFailed(Exception failure);
}
