using Microsoft.EntityFrameworkCore;

namespace SnoutOS.Domain.Observability;

/// <summary>What the deployment counts by the minute, beside any organization.</summary>
public enum CountedEvent
{
    /// <summary>A webhook whose signature was wrong or missing.</summary>
    RejectedSignature,
    LogInformation,
    LogWarning,
    LogError,

    /// <summary>A log event that held a whole telephone number behind the redactor; masked before it was written.</summary>
    RawNumberInLog,

    /// <summary>Readiness wrote to prove that the database takes writes; one row in all, not one a minute.</summary>
    ReadinessProbe,
}

/// <summary>How often something happened in one minute. Holds no text.</summary>
public sealed class DeploymentCounter
{
    public CountedEvent Event { get; init; }

    /// <summary>The start of the minute.</summary>
    public DateTimeOffset Minute { get; init; }

    public int Count { get; set; }
}

public static class DeploymentCounterRows
{
    /// <summary>Adds to a counter, in the database, so that nodes counting the same minute do not overwrite each other.</summary>
    public static async Task AddAsync(
        this DbSet<DeploymentCounter> counters, CountedEvent counted, DateTimeOffset minute, int count, CancellationToken cancellationToken)
    {
        var updated = await counters
            .Where(row => row.Event == counted && row.Minute == minute)
            .ExecuteUpdateAsync(row => row.SetProperty(counter => counter.Count, counter => counter.Count + count), cancellationToken);
        if (updated == 0)
        {
            counters.Add(new DeploymentCounter { Event = counted, Minute = minute, Count = count });
        }
    }
}
