using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SnoutOS.Web.Simulator.Carrier;

/// <summary>Registers the simulated carrier.</summary>
public static class CarrierServices
{
    public static IServiceCollection AddCarrier(this IServiceCollection services, CarrierOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<CarrierState>();
        services.AddSingleton<CarrierLog>();
        services.AddSingleton<CarrierCalls>();
        // Their addresses hold ids only, but their noise is not the product's.
        services.AddHttpClient<CarrierPoster>().RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(Transport);
        services.AddHttpClient<CarrierPlayer>().RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(Transport);
        return services;
    }

    private static SocketsHttpHandler Transport() => new() { AllowAutoRedirect = false, UseCookies = false };
}
