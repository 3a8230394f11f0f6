using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;

namespace SnoutOS.Web.Observability;

/// <summary>Reads every few seconds how many messages wait for the provider, so that scraping does not have to.</summary>
public sealed partial class OutboxWatch(
    SnoutDb database, MessagingTelemetry telemetry, TimeProvider clock, ILogger<OutboxWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await TryReadAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = database.ForInstallation();
            var waiting = db.AllOutbox().Where(entry => entry.State == OutboxState.Pending);
            var pending = await waiting.CountAsync(cancellationToken);
            var oldest = await waiting.MinAsync(entry => (DateTimeOffset?)entry.CreatedAt, cancellationToken);
            telemetry.OutboxRead(pending, oldest is { } since ? clock.GetUtcNow() - since : TimeSpan.Zero);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogReadFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be read for its gauges")]
    private partial void LogReadFailed(Exception failure);
}
