using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SnoutOS.Domain.Observability;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Observability;

public sealed partial class CountersTests
{
    [Fact]
    public async Task Log_events_and_raw_numbers_are_counted_and_no_text_is_kept()
    {
        await using var app = await SnoutApp.StartAsync();
        await app.Get<DeploymentCountsWorker>().FlushAsync(CancellationToken.None);
        var before = await CountsAsync(app.DatabaseFile);

        var logger = app.Get<ILoggerFactory>().CreateLogger("SnoutOS.Tests");
        LogWarning(logger, "everything is fine");
        LogWarning(logger, "somebody wrote from +12125550142");
        LogFailure(logger, new FormatException("'+12125550142' is no date"));
        await app.Get<DeploymentCountsWorker>().FlushAsync(CancellationToken.None);

        var after = await CountsAsync(app.DatabaseFile);
        Assert.Equal(2, after["LogWarning"] - before.GetValueOrDefault("LogWarning"));
        Assert.Equal(1, after["LogError"] - before.GetValueOrDefault("LogError"));
        Assert.Equal(2, after["RawNumberInLog"] - before.GetValueOrDefault("RawNumberInLog"));
    }

    [Fact]
    public async Task A_long_sequence_is_neither_masked_nor_counted()
    {
        using var recording = new Recording();
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Services = recording.Attach });
        LogSequence(app.Get<ILoggerFactory>().CreateLogger("SnoutOS.Tests"), 12_345_678);
        await app.Get<DeploymentCountsWorker>().FlushAsync(CancellationToken.None);

        Assert.Contains(recording.Written.Lines, line => line.Contains("event 12345678 of", StringComparison.Ordinal));
        Assert.DoesNotContain("RawNumberInLog", await CountsAsync(app.DatabaseFile));
    }

    [Fact]
    public async Task Writing_the_counts_down_makes_nothing_to_count()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions
        {
            Settings = { ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "Information" },
        });
        var worker = app.Get<DeploymentCountsWorker>();
        LogWarning(app.Get<ILoggerFactory>().CreateLogger("SnoutOS.Tests"), "something to write");

        // Counted from its own writing, the number would grow with every round. Others may log in the first ones.
        Dictionary<string, long> before = [];
        for (var round = 0; round < 5; round++)
        {
            await worker.FlushAsync(CancellationToken.None);
            var after = await CountsAsync(app.DatabaseFile);
            if (after.Count > 0 && after.SequenceEqual(before))
            {
                return;
            }

            before = after;
        }

        Assert.Fail("The counters never came to rest.");
    }

    [Fact]
    public async Task What_was_counted_last_is_written_when_the_host_stops()
    {
        var directory = Directory.CreateTempSubdirectory("snout-counters-");
        var file = Path.Combine(directory.FullName, "kept.db");
        await using (var app = await SnoutApp.StartAsync(new SnoutAppOptions { Settings = { ["ConnectionStrings:Snout"] = $"Data Source={file};Pooling=False" } }))
        {
            app.Get<DeploymentCounts>().Increment(CountedEvent.RejectedSignature);
            app.Get<DeploymentCounts>().Increment(CountedEvent.RejectedSignature);
        }

        Assert.Equal(2, (await CountsAsync(file))["RejectedSignature"]);
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task What_could_not_be_written_is_kept_for_the_next_time()
    {
        await using var app = await SnoutApp.StartAsync();
        var worker = app.Get<DeploymentCountsWorker>();
        app.Get<DeploymentCounts>().Increment(CountedEvent.RejectedSignature);
        await using (var other = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False"))
        {
            await other.OpenAsync();
            await using var lockHeld = other.BeginTransaction(deferred: false);
            await Assert.ThrowsAnyAsync<Exception>(() => worker.FlushAsync(CancellationToken.None));
        }

        await worker.FlushAsync(CancellationToken.None);
        Assert.Equal(1, (await CountsAsync(app.DatabaseFile))["RejectedSignature"]);
    }

    /// <summary>Read beside the product, whose own reading would be logged and counted.</summary>
    private static async Task<Dictionary<string, long>> CountsAsync(string file)
    {
        await using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        await database.OpenAsync();
        await using var query = database.CreateCommand();
        query.CommandText = "SELECT Event, SUM(Count) FROM DeploymentCounters GROUP BY Event ORDER BY Event";
        await using var rows = await query.ExecuteReaderAsync();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await rows.ReadAsync())
        {
            counts[rows.GetString(0)] = rows.GetInt64(1);
        }

        return counts;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A test says: {Text}")]
    private static partial void LogWarning(ILogger logger, string text);

    [LoggerMessage(Level = LogLevel.Information, Message = "A test saw event {Sequence} of many")]
    private static partial void LogSequence(ILogger logger, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "A test failed on purpose")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
