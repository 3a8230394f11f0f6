using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

/// <summary>How a message in a test came to be.</summary>
public enum Written
{
    BySitter,
    ByOwner,

    /// <summary>By the client, routed to the sitter.</summary>
    ToSitter,

    /// <summary>By the client, routed to the owner.</summary>
    ToOwner,

    /// <summary>By the client, routed to the owner, who handed it over.</summary>
    HandedOver,
}

/// <summary>A business with a sitter, two clients and what they wrote to each other, as rows.</summary>
public sealed class Correspondence
{
    private readonly SnoutApp _app;
    private readonly Business _business;
    private readonly Guid _sitterId;

    private Correspondence(SnoutApp app, Business business, Guid sitterId, Guid robin, Guid casey, Guid robinsThread, Guid caseysThread)
    {
        (_app, _business, _sitterId) = (app, business, sitterId);
        (Robin, Casey, RobinsThread, CaseysThread) = (robin, casey, robinsThread, caseysThread);
    }

    public Actor Owner => new(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);

    public string OwnerEmail => _business.OwnerEmail;

    public PhoneNumber FrontDesk => _business.FrontDesk;

    public Guid Robin { get; }

    public Guid Casey { get; }

    public Guid RobinsThread { get; }

    public Guid CaseysThread { get; }

    public static async Task<Correspondence> OpenAsync(SnoutApp app)
    {
        var business = await app.OpenBusinessAsync();
        var ana = await app.HireAsync(business.OrganizationId, Role.Sitter, "Ana Silva");
        var now = app.Get<TimeProvider>().GetUtcNow();
        return await app.Get<Writer>().CommitAsync(business.OrganizationId, db =>
        {
            var (robin, casey) = (db.AddClient("Robin Vale", now), db.AddClient("Casey Wolf", now));
            return Task.FromResult(new Correspondence(
                app, business, ana.SitterId!.Value, robin.Id, casey.Id,
                db.AddThread(robin.Id, business.FrontDeskId, now).Id, db.AddThread(casey.Id, business.FrontDeskId, now).Id));
        }, CancellationToken.None);
    }

    public Task ChangeAsync(Func<SnoutDbContext, Task> change) => _app.Get<Writer>().CommitAsync(_business.OrganizationId, change, CancellationToken.None);

    /// <summary>Messages on Robin's thread, all of the same instant, a day ago unless told otherwise.</summary>
    public Task AddAsync(Written how, params string[] bodies) => AddAsync(how, TimeSpan.FromDays(1), RobinsThread, bodies);

    public Task AddAsync(Written how, TimeSpan ago, Guid threadId, params IEnumerable<string> bodies) => ChangeAsync(db =>
    {
        var at = _app.Get<TimeProvider>().GetUtcNow() - ago;
        foreach (var body in bodies)
        {
            Add(db, how, at, threadId, body);
        }

        return Task.CompletedTask;
    });

    private void Add(SnoutDbContext db, Written how, DateTimeOffset at, Guid threadId, string body)
    {
        var (direction, author, name) = how switch
        {
            Written.BySitter => (Direction.Outbound, AuthorKind.Sitter, "Ana Silva"),
            Written.ByOwner => (Direction.Outbound, AuthorKind.Owner, "Olivia Park"),
            Written.ToSitter or Written.ToOwner or Written.HandedOver => (Direction.Inbound, AuthorKind.Client, "Robin Vale"),
        };
        var message = new Message
        {
            OrganizationId = db.OrganizationId,
            Id = Guid.CreateVersion7(at),
            ThreadId = threadId,
            Direction = direction,
            AuthorKind = author,
            AuthorName = name,
            Body = body,
            Status = direction == Direction.Inbound ? MessageStatus.Received : MessageStatus.Delivered,
            CreatedAt = at,
            Segments = 1,
        };
        db.Messages.Add(message);
        if (how is Written.HandedOver)
        {
            db.SharedMessages.Add(new SharedMessage
            {
                OrganizationId = db.OrganizationId,
                SitterId = _sitterId,
                MessageId = message.Id,
                ThreadId = threadId,
                Reason = ShareReason.HandedOver,
                MessageAt = at,
                SharedAt = at,
            });
        }

        if (direction == Direction.Inbound)
        {
            var toSitter = how is Written.ToSitter;
            db.RoutingDecisions.Add(new RoutingDecision
            {
                OrganizationId = db.OrganizationId,
                Id = Guid.CreateVersion7(at),
                MessageId = message.Id,
                ThreadId = threadId,
                Target = toSitter ? RoutingTarget.Sitter : RoutingTarget.OwnerInbox,
                SitterId = toSitter ? _sitterId : null,
                Reason = toSitter ? RoutingReason.ActiveWindow : RoutingReason.FrontDesk,
                NumberClass = NumberClass.FrontDesk,
                Facts = "{}",
                DecidedAt = at,
                Sender = "•••• 0100",
                Recipient = "•••• 0101",
            });
        }
    }
}
