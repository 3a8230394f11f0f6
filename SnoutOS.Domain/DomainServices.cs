using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Backfill;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Diagnostics;
using SnoutOS.Domain.Imports;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Policing.Figures;
using SnoutOS.Domain.Proving;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
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
        services.AddSingleton<MessagingTelemetry>();
        services.TryAddSingleton<DeploymentCounts>();
        services.AddSingleton<DeploymentCountsWorker>();
        services.AddSingleton<SnoutDb>();
        services.AddSingleton<Writer>();
        services.TryAddSingleton(FlagSettings.Closed);
        services.AddSingleton<MessagingFlags>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<Prover>();
        services.AddSingleton<OldThreads>();
        services.AddSingleton<Repairs>();
        services.AddReceiving();
        services.AddSending();
        services.AddBookings();
        services.AddPolicing();
        services.AddSingleton<OrganizationSetup>();
        services.AddSingleton<InboxReader>();
        services.AddSingleton<MediaReader>();
        services.AddSingleton<ThreadCare>();
        services.AddSingleton<ThreadOpener>();
        services.AddSingleton<OwnerActs>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<SurroundingsReader>();
        services.AddSingleton<OfficeNotes>();
        services.AddSingleton<SitterDesk>();
        services.AddSingleton<ClientBook>();
        services.AddSingleton<ClientList>();
        services.AddSingleton<ClientFiles>();
        services.AddSingleton<ClientCare>();
        services.AddSingleton<ClientMerges>();
        services.AddSingleton<NumberBook>();
        services.AddSingleton<NumberMoves>();
        services.AddSingleton<NumberKeeping>();
        services.AddSingleton<SitterBook>();
        services.AddSingleton<SitterStandings>();
        services.AddSingleton<SitterOffboarding>();
        services.AddSingleton<NumberImport>();
        services.AddSingleton<WebhookCheck>();
        services.AddSingleton<NoticeTexts>();
        services.AddSingleton<OfficeHours>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<RoutingHistory>();
        services.AddSingleton<MessagingDiagnostics>();
        return services;
    }

    /// <summary>The background work; a host that only runs a command goes without.</summary>
    public static IServiceCollection AddSnoutWorkers(this IServiceCollection services)
    {
        // Started first, so stopped last: it counts what the others log on their way out.
        services.AddHostedService(provider => provider.GetRequiredService<DeploymentCountsWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<ProviderEventIntake>());
        services.AddHostedService<ReceivingWorker>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<ProviderPoll>();
        services.AddHostedService<MediaFetcher>();
        services.AddHostedService<HorizonWorker>();
        services.AddHostedService<NumberKeeper>();
        return services;
    }

    private static void AddBookings(this IServiceCollection services)
    {
        services.AddSingleton<BookingReader>();
        services.AddSingleton<BookableClients>();
        services.AddSingleton<BookingMaker>();
        services.AddSingleton<BookingMover>();
        services.AddSingleton<BookingCanceller>();
        services.AddSingleton<SitterAssignments>();
        services.AddSingleton<MeetAndGreets>();
        services.AddSingleton<ServiceBook>();
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<SeriesHorizon>();
        services.AddSingleton<ThreadsAhead>();
    }

    private static void AddPolicing(this IServiceCollection services)
    {
        services.AddSingleton<AllowedContacts>();
        services.AddSingleton<RuleBook>();
        services.AddSingleton<HeldMessages>();
        services.AddSingleton<Revealing>();
        services.AddSingleton<StrikeReader>();
        services.AddSingleton<WhatIf>();
        services.AddSingleton<PoachingFigures>();
    }

    private static void AddReceiving(this IServiceCollection services)
    {
        services.AddSingleton<NumberDirectory>();
        services.AddSingleton<ReceivingSignal>();
        services.AddSingleton<ProviderEventIntake>();
        services.AddSingleton<KeptEvents>();
        services.AddSingleton<MessageReceiver>();
        services.AddSingleton<StatusReceiver>();
        services.AddSingleton<CallReceiver>();
    }

    private static void AddSending(this IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<MessageSender>();
        services.AddSingleton<OutboxPost>();
        services.AddSingleton<AmbiguousSends>();
    }
}
