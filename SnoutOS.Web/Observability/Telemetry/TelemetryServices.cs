using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SnoutOS.Domain.Observability;

namespace SnoutOS.Web.Observability.Telemetry;

/// <summary>
/// Traces and metrics. Metrics are always to be had at /metrics; both are sent on only when the operator names a
/// collector. Logs are not sent this way, so that everything written passes the net.
/// </summary>
public static class TelemetryServices
{
    /// <summary>The key that OpenTelemetry itself reads for the collector's address.</summary>
    public const string CollectorKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Unwatched = ["/health", "/metrics", "/_framework", "/_content", "/css", "/favicon"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var hasCollector = !string.IsNullOrWhiteSpace(builder.Configuration[CollectorKey]);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("snoutos", serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString()))
            .WithTracing(tracing => AddTraces(tracing, hasCollector))
            .WithMetrics(metrics => AddMetrics(metrics, hasCollector));
    }

    private static void AddTraces(TracerProviderBuilder tracing, bool hasCollector)
    {
        tracing
            .AddSource(MessagingTelemetry.Name)
            .AddAspNetCoreInstrumentation(options => options.Filter = IsWatched)
            .AddHttpClientInstrumentation()
            .AddProcessor(new NumberFreeSpans());
        if (hasCollector)
        {
            tracing.AddOtlpExporter();
        }
    }

    private static bool IsWatched(HttpContext context) =>
        !Array.Exists(Unwatched, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private static void AddMetrics(MeterProviderBuilder metrics, bool hasCollector)
    {
        metrics
            .AddMeter(MessagingTelemetry.Name)
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter();
        if (hasCollector)
        {
            metrics.AddOtlpExporter();
        }
    }
}
