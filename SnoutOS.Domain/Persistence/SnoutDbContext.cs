using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Auditing;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Observability;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Domain.Windows;

namespace SnoutOS.Domain.Persistence;

/// <summary>
/// What is remembered. A context sees one organization's rows (<see cref="Scope"/>); without a scope it sees none.
/// Where the rows live is the business of a derived context, one for each database.
/// </summary>
public abstract class SnoutDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whose rows this context reads and writes. Set once by <see cref="SnoutDb"/>.</summary>
    public TenantScope Scope { get; internal set; } = TenantScope.Nobody;

    /// <summary>Read by the query filters; a property of the context, because the model is shared.</summary>
    public Guid OrganizationId => Scope.OrganizationId;

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Client> Clients => Set<Client>();

    public DbSet<ClientPhone> ClientPhones => Set<ClientPhone>();

    public DbSet<Sitter> Sitters => Set<Sitter>();

    public DbSet<MessageNumber> Numbers => Set<MessageNumber>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<AssignmentWindow> Windows => Set<AssignmentWindow>();

    public DbSet<SitterConversation> SitterConversations => Set<SitterConversation>();

    public DbSet<SharedMessage> SharedMessages => Set<SharedMessage>();

    public DbSet<NoticeText> NoticeTexts => Set<NoticeText>();

    public DbSet<SentNotice> SentNotices => Set<SentNotice>();

    public DbSet<BusinessHours> BusinessHours => Set<BusinessHours>();

    public DbSet<ClientMerge> ClientMerges => Set<ClientMerge>();

    public DbSet<MessageThread> Threads => Set<MessageThread>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<MessageMedia> Media => Set<MessageMedia>();

    public DbSet<MediaContent> MediaContents => Set<MediaContent>();

    public DbSet<ThreadRead> ThreadReads => Set<ThreadRead>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<RoutingDecision> RoutingDecisions => Set<RoutingDecision>();

    public DbSet<ProviderEvent> ProviderEvents => Set<ProviderEvent>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    public DbSet<PoachingRules> PoachingRules => Set<PoachingRules>();

    public DbSet<AllowedContact> AllowedContacts => Set<AllowedContact>();

    public DbSet<MessageFinding> MessageFindings => Set<MessageFinding>();

    public DbSet<Violation> Violations => Set<Violation>();

    public DbSet<RefusedSend> RefusedSends => Set<RefusedSend>();

    public DbSet<ConsentEvent> ConsentEvents => Set<ConsentEvent>();

    public DbSet<PhoneConsent> PhoneConsents => Set<PhoneConsent>();

    public DbSet<ClosedNumber> ClosedNumbers => Set<ClosedNumber>();

    public DbSet<DeploymentFlag> DeploymentFlags => Set<DeploymentFlag>();

    public DbSet<OrganizationFlag> OrganizationFlags => Set<OrganizationFlag>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();

    public DbSet<DeploymentCounter> DeploymentCounters => Set<DeploymentCounter>();

    private static readonly Tenancy.Guard WriteGuard = new();

    internal List<ThreadChanged> Announcements { get; } = [];

    /// <summary>Says that a thread changed; told to whoever watches once this context's work is committed.</summary>
    public void Announce(Guid threadId) => Announce(new ThreadChanged(OrganizationId, threadId));

    /// <summary>Says that clients or their visits changed.</summary>
    public void AnnounceClients() => Announce(new ThreadChanged(OrganizationId, Guid.Empty));

    private void Announce(ThreadChanged changed)
    {
        if (!Announcements.Contains(changed))
        {
            Announcements.Add(changed);
        }
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(WriteGuard);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SnoutDbContext).Assembly);
        Tenancy.FilterOwnedRows(modelBuilder, this);
        TextSearch.Map(modelBuilder);

        // Ids are ours; a child that already has one would otherwise be taken for an existing row.
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetKeys()).SelectMany(key => key.Properties))
        {
            if (key.ClrType == typeof(Guid))
            {
                key.ValueGenerated = ValueGenerated.Never;
            }
        }
    }
}
