using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Browser;

/// <summary>A desk with a pool number, sitters who are sent to clients, and clients who text the number that they hold.</summary>
internal sealed class CareDesk(SnoutApp app, Desk desk, PhoneNumber pool)
{
    public Desk Desk => desk;

    public PhoneNumber Pool => pool;

    public static async Task<CareDesk> OpenAsync(SnoutApp app)
    {
        var desk = await Browser.Desk.OpenAsync(app);
        var pool = Businesses.NextNumber();
        Assert.IsType<NumberAddition.Added>(await app.Get<NumberBook>().AddAsync(desk.Owner, pool, NumberClass.Pool, sitterId: null, CancellationToken.None));
        return new CareDesk(app, desk, pool);
    }

    public async Task<Actor> HireAsync(string name)
    {
        var person = await app.HireAsync(desk.Owner.OrganizationId, Role.Sitter, name);
        return new Actor(desk.Owner.OrganizationId, person.UserId, name, Role.Sitter);
    }

    /// <summary>A half-hour walk, so many minutes from now, with an hour of writing around it.</summary>
    public async Task BookAsync(DeskClient client, Actor? sitter, int startsInMinutes)
    {
        var (start, sitterId) = (app.Get<TimeProvider>().GetUtcNow().AddMinutes(startsInMinutes), sitter is null ? (Guid?)null : await SitterIdAsync(sitter));
        var booking = new NewBooking(await ClientIdAsync(client), "walk", new VisitTime.At(start), new VisitTime.At(start.AddMinutes(30)), SitterId: sitterId);
        Assert.IsType<BookingVerdict.Done>(await app.Get<BookingMaker>().CreateAsync(desk.Owner, booking, CancellationToken.None));
    }

    /// <summary>The client's conversation on the pool number, for the first of their visits.</summary>
    public async Task<Guid> OpenThreadAsync(DeskClient client)
    {
        await using var db = desk.Db();
        var clientId = await ClientIdAsync(client);
        var visit = db.Visits.Where(row => row.ClientId == clientId).OrderBy(row => row.StartsAt).First();
        return Assert.IsType<OpenedThread>(await app.Get<ThreadOpener>().OpenAsync(desk.Owner, clientId, visit.Id, CancellationToken.None)).ThreadId;
    }

    /// <summary>The client texts the pool number; returns once the text is stored.</summary>
    public async Task TextAsync(DeskClient client, string body)
    {
        await desk.Carrier.TextFromPhoneAsync(client.Phone.E164, pool.E164, body);
        await Until.TrueAsync(() =>
        {
            using var db = desk.Db();
            return Task.FromResult(db.Messages.Any(row => row.Body == body));
        });
    }

    public async Task<Guid> SitterIdAsync(Actor sitter)
    {
        await using var db = desk.Db();
        return db.Sitters.Single(row => row.UserId == sitter.UserId).Id;
    }

    private async Task<Guid> ClientIdAsync(DeskClient client)
    {
        await using var db = desk.Db();
        return db.Threads.Single(row => row.Id == client.ThreadId).ClientId;
    }
}
