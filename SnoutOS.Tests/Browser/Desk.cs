using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Tests.Browser;

/// <summary>A client of a desk: who they are, their phone, and their conversation with the front desk.</summary>
public sealed record DeskClient(string Name, PhoneNumber Phone, Guid ThreadId);

/// <summary>A business of its own for one test, with an owner at the front desk and clients who text through the carrier.</summary>
public sealed class Desk
{
    private readonly SnoutApp _app;
    private readonly Business _business;

    private Desk(SnoutApp app, Business business) => (_app, _business) = (app, business);

    public string OwnerEmail => _business.OwnerEmail;

    public Actor Owner => new(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);

    public PhoneNumber FrontDesk => _business.FrontDesk;

    public CarrierState Carrier => _app.Get<CarrierState>();

    public static async Task<Desk> OpenAsync(SnoutApp app) => new(app, await app.OpenBusinessAsync());

    public SnoutDbContext Db() => _app.Db(_business.OrganizationId);

    /// <summary>A client with a conversation that began an hour ago, and in which nothing has been said.</summary>
    public async Task<DeskClient> AddClientAsync(string name, string pets = "")
    {
        var clients = await AddClientsAsync([name], TimeSpan.FromHours(1), pets);
        return clients[0];
    }

    /// <summary>Clients whose conversations rested for as long, each a minute longer than the one before.</summary>
    public Task<List<DeskClient>> AddClientsAsync(IReadOnlyList<string> names, TimeSpan rested, string pets = "") =>
        _app.Get<Writer>().CommitAsync(_business.OrganizationId, db => Task.FromResult(names.Select((name, index) =>
        {
            var phone = Businesses.NextNumber();
            var at = Now - rested - TimeSpan.FromMinutes(index);
            var client = new Client { OrganizationId = db.OrganizationId, Id = Guid.CreateVersion7(at), Name = name, Pets = pets, CreatedAt = at };
            client.Phones.Add(new ClientPhone { OrganizationId = db.OrganizationId, Id = Guid.CreateVersion7(at), ClientId = client.Id, Phone = phone });
            var thread = new MessageThread
            {
                OrganizationId = db.OrganizationId,
                Id = Guid.CreateVersion7(at),
                ClientId = client.Id,
                NumberId = _business.FrontDeskId,
                CreatedAt = at,
                LastMessageAt = at,
            };
            db.AddRange(client, thread);
            return new DeskClient(name, phone, thread.Id);
        }).ToList()), CancellationToken.None);

    /// <summary>A conversation of old: so many texts of the client, a minute apart, the last one a day ago.</summary>
    public Task AddHistoryAsync(DeskClient client, int count) =>
        _app.Get<Writer>().CommitAsync(_business.OrganizationId, async db =>
        {
            var thread = await db.Threads.SingleAsync(row => row.Id == client.ThreadId);
            foreach (var number in Enumerable.Range(1, count))
            {
                var at = Now - TimeSpan.FromDays(1) - TimeSpan.FromMinutes(count - number);
                var message = new Message
                {
                    OrganizationId = db.OrganizationId,
                    Id = Guid.CreateVersion7(at),
                    ThreadId = thread.Id,
                    Direction = Direction.Inbound,
                    AuthorKind = AuthorKind.Client,
                    AuthorName = client.Name,
                    Body = $"Walk number {number}.",
                    Status = MessageStatus.Received,
                    CreatedAt = at,
                    Segments = 1,
                };
                db.Messages.Add(message);
                thread.Receive(message, null, needsOwner: false);
            }
        }, CancellationToken.None);

    /// <summary>The client texts the front desk; returns once the text is in their conversation.</summary>
    public async Task TextAsync(DeskClient client, string body)
    {
        await PostAsync(client, body);
        await Until.TrueAsync(async () =>
        {
            await using var db = Db();
            return await db.Messages.AnyAsync(row => row.ThreadId == client.ThreadId && row.Body == body);
        });
    }

    /// <summary>The same, without waiting for more than the webhook's answer.</summary>
    public Task PostAsync(DeskClient client, string body) =>
        Carrier.TextFromPhoneAsync(client.Phone.E164, _business.FrontDesk.E164, body);

    /// <summary>What reached the client's phone.</summary>
    public IEnumerable<string> ArrivedAt(DeskClient client) =>
        Carrier.MessagesFor(client.Phone.E164).Where(text => !text.FromPhone).Select(text => text.Body);

    private DateTimeOffset Now => _app.Get<TimeProvider>().GetUtcNow();
}
