using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Trace;
using SnoutOS.Domain.Observability;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Observability.Logging;

namespace SnoutOS.Tests.Observability;

/// <summary>Gathers what a product says while it is driven: logs before and behind the net, spans, metrics.</summary>
internal sealed class Recording : IDisposable
{
    private readonly List<Activity> _exported = [];
    private readonly RecordedSpans _spans = new();
    private readonly RecordedMetrics _metrics = new();
    private WrittenLogs? _written;

    public RawLogs Raw { get; } = new();

    public IEnumerable<string> Spans => _spans.Texts;

    public IEnumerable<string> Metrics => _metrics.Texts;

    public WrittenLogs Written => _written ?? throw new InvalidOperationException("The product was not started with this recording.");

    /// <summary>The sink and the exporter stand where the product's own stand: last.</summary>
    public void Attach(IServiceCollection services)
    {
        services.Configure<JsonConsoleFormatterOptions>(options => options.IncludeScopes = true);
        services.Configure<SimpleConsoleFormatterOptions>(options => options.IncludeScopes = true);
        services.AddSingleton<ILoggerProvider>(Raw);
        services.AddSingleton<ILoggerProvider>(provider => new NumberNetProvider(
            _written = new WrittenLogs(provider.GetServices<ConsoleFormatter>()), new DeploymentCounts(TimeProvider.System)));
        services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(_exported));
    }

    public async Task<List<Leak>> FindAsync(LeakScan scan, SnoutApp app)
    {
        using var client = app.Anonymous();
        return
        [
            .. scan.Find("log before the net", Raw.Lines),
            .. scan.Find("log", Written.Lines),
            .. scan.Find("span", _spans.Texts),
            .. scan.Find("exported span", _exported.ToList().Select(RecordedSpans.TextOf)),
            .. scan.Find("metric", _metrics.Texts),
            .. scan.Find("/metrics", await client.GetStringAsync("/metrics")),
        ];
    }

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }
}

/// <summary>Spans and metrics are gathered for the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "Alone in the process";
}
