using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Tests.Support;

/// <summary>A client of a sitter's: who they are and where they text.</summary>
public sealed record SittersClient(Guid Id, string Name, PhoneNumber Phone);

/// <summary>A business, its owner, and Ana, who sits for it and has a number of her own.</summary>
public sealed class SitterDay
{
    /// <summary>A walk's window goes from an hour before it to an hour after its half hour.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromHours(1);

    public static readonly TimeSpan After = TimeSpan.FromMinutes(90);

    private readonly SnoutApp _app;

    private SitterDay(SnoutApp app, Business business, Person ana, PhoneNumber number)
    {
        (_app, Business, AnaEmail, Number) = (app, business, ana.Email, number);
        Owner = new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);
        Ana = new Actor(business.OrganizationId, ana.UserId, "Ana Silva", Role.Sitter);
        AnaId = ana.SitterId!.Value;
    }

    public Business Business { get; }

    public Actor Owner { get; }

    public Actor Ana { get; }

    public Guid AnaId { get; }

    public string AnaEmail { get; }

    public PhoneNumber Number { get; }

    private DateTimeOffset Now => _app.Get<TimeProvider>().GetUtcNow();

    public static async Task<SitterDay> OpenAsync(SnoutApp app)
    {
        var business = await app.OpenBusinessAsync();
        var ana = await app.HireAsync(business.OrganizationId, Role.Sitter, "Ana Silva");
        var day = new SitterDay(app, business, ana, Businesses.NextNumber());
        Assert.IsType<NumberAddition.Added>(await app.Get<NumberBook>().AddAsync(day.Owner, day.Number, NumberClass.Sitter, ana.SitterId, CancellationToken.None));
        return day;
    }

    public SnoutDbContext Db() => _app.Db(Business.OrganizationId);

    public Task<SittersClient> AddClientAsync(string name = "Robin Vale", string pets = "Biscuit and Waffles") =>
        _app.Get<Writer>().CommitAsync(Business.OrganizationId, db =>
        {
            var client = db.AddClient(name, Now);
            client.Pets = pets;
            return Task.FromResult(new SittersClient(client.Id, name, client.Phones[0].Phone));
        }, CancellationToken.None);

    /// <summary>A walk of half an hour, of Ana's unless somebody else is named.</summary>
    public async Task<Guid> BookAsync(SittersClient client, TimeSpan startsIn, bool weekly = false, Guid? sitterId = null, string notes = "")
    {
        var booking = new NewBooking(
            client.Id, "walk", new VisitTime.At(Now + startsIn), new VisitTime.At(Now + startsIn + TimeSpan.FromMinutes(30)),
            weekly ? Recurrence.Weekly : Recurrence.None, SitterId: sitterId ?? AnaId, Notes: notes);
        return Assert.IsType<BookingVerdict.Done>(await _app.Get<BookingMaker>().CreateAsync(Owner, booking, CancellationToken.None)).BookingId;
    }

    /// <summary>A weekly client of Ana's, whose first walk begins after so long, and their conversation.</summary>
    public async Task<(SittersClient Client, Guid ThreadId)> WalkAsync(TimeSpan startsIn, string name = "Robin Vale", string notes = "")
    {
        var client = await AddClientAsync(name);
        await BookAsync(client, startsIn, weekly: true, notes: notes);
        await using var db = Db();
        return (client, (await db.Threads.SingleAsync(thread => thread.ClientId == client.Id)).Id);
    }

    public Task<SendVerdict> WriteAsync(Guid threadId, string body, bool anaSees) =>
        _app.Get<MessageSender>().SendAsync(new SendRequest(Owner, threadId, body, SitterSees: anaSees), CancellationToken.None);

    public Task SwitchAsync(Flag flag, bool? on) =>
        _app.Get<MessagingFlags>().SetOrganizationAsync(Owner, new Dictionary<Flag, bool?> { [flag] = on }, "test", CancellationToken.None);
}
