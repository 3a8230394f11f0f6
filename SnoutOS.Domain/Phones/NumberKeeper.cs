using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SnoutOS.Domain.Phones;

/// <summary>Looks after the numbers every few minutes. What it does is in <see cref="NumberKeeping"/>.</summary>
public sealed partial class NumberKeeper(NumberKeeping keeping, TimeProvider clock, ILogger<NumberKeeper> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                var (leases, numbers) = (await keeping.ReleaseLeasesAsync(stoppingToken), await keeping.EndRestsAsync(stoppingToken));
                if (leases + numbers > 0)
                {
                    LogKept(leases, numbers);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Leases} leases of pool numbers ended, {Numbers} numbers have rested enough")]
    private partial void LogKept(int leases, int numbers);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The numbers could not be looked after; trying again")]
    private partial void LogFailed(Exception failure);
}
