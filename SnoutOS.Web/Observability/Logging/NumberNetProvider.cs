using SnoutOS.Domain.Observability;

namespace SnoutOS.Web.Observability.Logging;

/// <summary>Stands before a sink and hands it every event masked by the <see cref="NumberNet"/>. Owns nothing of the sink.</summary>
[ProviderAlias("Console")]
public sealed class NumberNetProvider(ILoggerProvider sink, DeploymentCounts counts) : ILoggerProvider, ISupportExternalScope
{
    public ILogger CreateLogger(string categoryName) => new NetLogger(sink.CreateLogger(categoryName), counts);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) =>
        (sink as ISupportExternalScope)?.SetScopeProvider(new MaskedScopes(scopeProvider));

    public void Dispose()
    {
    }

    private sealed class NetLogger(ILogger sink, DeploymentCounts counts) : ILogger
    {
        private const int LargestTold = 999_999;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => sink.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => sink.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!sink.IsEnabled(logLevel))
            {
                return;
            }

            eventId = WithoutHash(eventId);
            var masked = MaskedState.Of(state, formatter(state, exception));
            var failure = MaskedException.Of(exception);
            if (masked is null && ReferenceEquals(failure, exception))
            {
                sink.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            // Every hit is a place that should have classified what it logs.
            counts.Increment(CountedEvent.RawNumberInLog);
            if (masked is null)
            {
                sink.Log(logLevel, eventId, state, failure, formatter);
                return;
            }

            sink.Log(logLevel, eventId, masked, failure, static (kept, _) => kept.ToString());
        }

        /// <summary>Generated ids are hashes of ten digits that read like a telephone number and say nothing.</summary>
        private static EventId WithoutHash(EventId id) => id.Id is > LargestTold or < 0 ? new EventId(0, id.Name) : id;
    }

    /// <summary>
    /// Masks scopes too. They are not counted as hits: the path of a request is in one, and what strangers put into a
    /// path says nothing about the product.
    /// </summary>
    private sealed class MaskedScopes(IExternalScopeProvider scopes) : IExternalScopeProvider
    {
        public void ForEachScope<TState>(Action<object?, TState> callback, TState state) =>
            scopes.ForEachScope((scope, inner) => callback(MaskedState.Of(scope, scope?.ToString() ?? "") ?? scope, inner), state);

        public IDisposable Push(object? state) => scopes.Push(state);
    }
}
