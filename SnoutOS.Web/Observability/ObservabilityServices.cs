using SnoutOS.Web.Observability.Health;
using SnoutOS.Web.Observability.Logging;
using SnoutOS.Web.Observability.Telemetry;

namespace SnoutOS.Web.Observability;

/// <summary>
/// What the operator sees of a running product: logs, traces, metrics, health. None of it holds a telephone number or
/// the text of a message.
/// </summary>
public static class ObservabilityServices
{
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.AddSafeLogging();
        builder.AddTelemetry();
        builder.Services.AddHealth();
        builder.Services.AddHostedService<OutboxWatch>();
    }

    /// <summary>Open to whoever can reach the port: these addresses are kept from the outside by the proxy.</summary>
    public static void MapObservability(this WebApplication app)
    {
        app.MapHealth();
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous().DisableHttpMetrics();
    }
}
