using SnoutOS.Domain.Persistence;

namespace SnoutOS.Web.Live;

public static class LiveServices
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<ThreadNotifier>();
        services.AddSingleton<ICommittedEvents>(provider => provider.GetRequiredService<ThreadNotifier>());
        return services;
    }
}
