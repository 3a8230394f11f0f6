using Microsoft.Extensions.Configuration.Memory;
using SnoutOS.Web.Simulator.Carrier;
using SnoutOS.Web.Simulator.Demo;
using SnoutOS.Web.Simulator.Phones;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Web.Simulator;

/// <summary>What exists in Development only: the demo business, the phones that text it, and the carrier between them.</summary>
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
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        builder.Services.AddSingleton<DemoBookings>();
        builder.Services.AddSingleton<DemoBusiness>();
        if (SimulatorDefaults.CarrierOf(TwilioConfiguration.Read(builder.Configuration).Options) is { } carrier)
        {
            builder.Services.AddCarrier(carrier);
            builder.Services.AddSingleton<PhoneBook>();
            builder.Services.AddSingleton<CarrierMemory>();
        }
    }

    /// <summary>Fills an empty database with the demo, once it has its tables, and the carrier's books with what was said.</summary>
    public static async Task PrepareSimulatorAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Services.GetService<DemoBusiness>() is { } demo)
        {
            await demo.SeedAsync(cancellationToken);
        }

        if (app.Services.GetService<CarrierMemory>() is { } memory)
        {
            await memory.RestoreAsync(cancellationToken);
        }
    }

    public static void MapSimulator(this WebApplication app)
    {
        if (app.Services.GetService<CarrierState>() is not null)
        {
            app.MapCarrier(SimulatorDefaults.CarrierPath);
            app.MapSamplePictures();
        }
    }
}
