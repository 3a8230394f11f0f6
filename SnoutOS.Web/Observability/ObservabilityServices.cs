namespace SnoutOS.Web.Observability;

public static class ObservabilityServices
{
    public static void AddObservability(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks();

    public static void MapObservability(this WebApplication app) => app.MapHealthChecks("/health/live");
}
