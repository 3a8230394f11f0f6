using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Domain;

public static class DomainServices
{
    /// <summary>
    /// The product itself. The host adds what is outside: the database (<see cref="IDatabaseTraits"/> and a context
    /// factory), the notifier (<see cref="ICommittedEvents"/>) and the provider (<see cref="ISmsProvider"/>).
    /// </summary>
    public static IServiceCollection AddSnoutDomain(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SnoutDb>();
        services.AddSingleton<Writer>();
        services.AddSingleton<OrganizationSetup>();
        services.AddSingleton<InboxReader>();
        services.AddSingleton<ThreadCare>();
        services.AddSingleton<MessageSender>();
        return services;
    }
}
