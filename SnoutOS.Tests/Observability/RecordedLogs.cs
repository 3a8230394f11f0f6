using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace SnoutOS.Tests.Observability;

/// <summary>A sink that keeps each event as every formatter of the product would have written it, scopes included.</summary>
internal sealed class WrittenLogs(IEnumerable<ConsoleFormatter> formatters) : ILoggerProvider, ISupportExternalScope
{
    private readonly SemaphoreSlim _news = new(0);
    private IExternalScopeProvider? _scopes;

    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>Completes when so many lines have been written that hold the text.</summary>
    public async Task SeenAsync(string text, int times = 1)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Lines.Count(line => line.Contains(text, StringComparison.Ordinal)) < times * formatters.Count())
        {
            await _news.WaitAsync(patience.Token);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Sink(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() => _news.Dispose();

    private void Write<TState>(in LogEntry<TState> entry)
    {
        foreach (var formatter in formatters)
        {
            using var line = new StringWriter();
            formatter.Write(entry, _scopes, line);
            Lines.Enqueue(line.ToString());
        }

        _news.Release();
    }

    private sealed class Sink(WrittenLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter));
    }
}

/// <summary>
/// A sink before the net: what the product's own code would have written without it. Scopes are left out, since
/// the path of a request is whatever a stranger puts there.
/// </summary>
internal sealed class RawLogs : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Sink(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Sink(RawLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join("; ", pairs) : "";
            logs.Lines.Enqueue($"{category} {formatter(state, exception)} {values} {exception}");
        }
    }
}
