using Microsoft.Extensions.Configuration.Memory;
using SnoutOS.Web.Simulator.Demo;

namespace SnoutOS.Web.Simulator;

/// <summary>What exists in Development only: the demo business and the phones that text it.</summary>
public static class SimulatorServices
{
    /// <summary>Adds settings below all others where no Twilio account is configured; to be called before any are read.</summary>
    public static void AddSimulatorDefaults(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && !SimulatorDefaults.HasAccount(builder.Configuration))
        {
            IConfigurationBuilder configuration = builder.Configuration;
            configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = SimulatorDefaults.For(builder.Configuration) });
        }
    }

    public static void AddSimulator(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton<DemoBusiness>();
        }
    }

    /// <summary>Fills an empty database with the demo, once it has its tables.</summary>
    public static async Task SeedDemoAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Services.GetService<DemoBusiness>() is { } demo)
        {
            await demo.SeedAsync(cancellationToken);
        }
    }

    public static void MapSimulator(this WebApplication app)
    {
    }
}
