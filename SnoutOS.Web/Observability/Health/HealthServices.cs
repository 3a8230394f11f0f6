using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SnoutOS.Domain.Observability;

namespace SnoutOS.Web.Observability.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the database takes writes and is of this version.
/// </summary>
public static class HealthServices
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseWriteCheck>();
        services.AddHealthChecks()
            .AddCheck<DatabaseWriteCheck>("database", tags: [Ready])
            .AddCheck<MigrationsCheck>("migrations", tags: [Ready]);
    }

    public static void MapHealth(this WebApplication app)
    {
        app.Map("/health/live", _ => false);
        app.Map("/health/ready", check => check.Tags.Contains(Ready));
    }

    private static void Map(this WebApplication app, string path, Func<HealthCheckRegistration, bool> which) =>
        app.MapHealthChecks(path, new HealthCheckOptions { Predicate = which, ResponseWriter = WriteAsync })
            .AllowAnonymous()
            .DisableHttpMetrics();

    /// <summary>Names and states alone: the reasons are in the log.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(new
        {
            status = TagWords.Of(report.Status),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => TagWords.Of(entry.Value.Status), StringComparer.Ordinal),
        });
}
