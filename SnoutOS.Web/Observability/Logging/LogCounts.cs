using SnoutOS.Domain.Observability;

namespace SnoutOS.Web.Observability.Logging;

/// <summary>Counts log events by level for the gates of a rollout. It sees no text and keeps none.</summary>
[ProviderAlias("LogCounts")]
public sealed class LogCounts(DeploymentCounts counts) : ILoggerProvider
{
    private readonly Counter _counter = new(counts);

    public ILogger CreateLogger(string categoryName) => _counter;

    public void Dispose()
    {
    }

    private sealed class Counter(DeploymentCounts counts) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => CountedAs(logLevel) is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (CountedAs(logLevel) is { } counted)
            {
                counts.Increment(counted);
            }
        }

        private static CountedEvent? CountedAs(LogLevel level) => level switch
        {
            LogLevel.Information => CountedEvent.LogInformation,
            LogLevel.Warning => CountedEvent.LogWarning,
            LogLevel.Error or LogLevel.Critical => CountedEvent.LogError,
            LogLevel.Trace or LogLevel.Debug or LogLevel.None => null,
        };
    }
}
