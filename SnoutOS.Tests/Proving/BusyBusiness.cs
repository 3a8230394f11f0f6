using System.Linq.Expressions;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Receiving;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Proving;

/// <summary>
/// A business to which everything happened through the product's own doors: Robin's weekly walks with Ana on her own
/// number and what was held back of them, Casey's visits with Ben on the pool, a first meeting, merges, moves, a sitter who
/// left, strangers and calls.
/// </summary>
internal sealed class BusyBusiness(Product product, BookingOffice desk)
{
    private const string Threads = "/api/messages/threads";

    private readonly Dictionary<string, PhoneNumber> _phones = new(StringComparer.Ordinal);

    private Office Office => desk.Office;

    public static async Task<Office> OpenAsync(Product product)
    {
        var business = new BusyBusiness(product, await BookingOffice.OpenAsync(product));
        var pool = await business.PoolNumberAsync();
        await business.WalkAsync();
        await business.DropInAsync(pool);
        await business.PoolNumberAsync();
        await business.MeetAsync();
        await business.JoinCardsAsync();
        await business.ChangeBookingsAsync();
        await business.SaysGoodbyeAsync();
        await business.StrangersAsync(pool);
        await business.SettledAsync();
        return business.Office;
    }

    private DateTimeOffset Now => product.Clock.GetUtcNow();

    private async Task WalkAsync()
    {
        var ana = await product.App.HireAsync(Office.Id, Role.Sitter, "Ana Silva");
        await desk.NumberAsync("sitter", ana.SitterId);
        await VisitAsync(await ClientAsync("Robin Vale", recurring: true), ana.SitterId, recurrence: "weekly");
        var number = await NumberOfAsync(row => row.SitterId == ana.SitterId);
        using var http = await product.App.SignedInAsync(ana.Email);
        var thread = await Office.TextInAsync(_phones["Robin Vale"], "Is Biscuit out yet?", number);
        await SayAsync(http, thread, "On the way");
        await Office.WriteAsync(thread, new { body = "Enjoy the sun" });
        await http.PostAsJsonAsync($"{Threads}/{thread}/office-note", new { body = "The gate is broken" });
        await Office.TextInAsync(_phones["Robin Vale"], "Thank you", number);
        await http.PostAsJsonAsync($"{Threads}/{thread}/read", new { });
        await Office.PostAsync($"{Threads}/{thread}/read");
        var frontDesk = await Office.TextInAsync(_phones["Robin Vale"], "Use the side door, please");
        (await Office.PostAsync($"{Threads}/{frontDesk}/hand-over")).EnsureSuccessStatusCode();
        await Office.WriteAsync(frontDesk, new { body = "Your invoice", purpose = "billing" });
        await PoachAsync(http, thread);
        await Office.TextInAsync(_phones["Robin Vale"], "Call me on 212-555-0145, please", number);
    }

    /// <summary>Ana tries four times: nobody has decided on the first, the others were sent anyway, kept back and a false alarm.</summary>
    private async Task PoachAsync(HttpClient ana, Guid thread)
    {
        await AttemptAsync("My cell is 212-555-0141");
        var anyway = await AttemptAsync("My cell is 212-555-0142");
        product.Clock.Advance(TimeSpan.FromSeconds(2));
        (await Office.PostAsync($"/api/messages/{anyway}/force-send", new { reason = "The shelter's number" })).EnsureSuccessStatusCode();
        var kept = await AttemptAsync("My cell is 212-555-0143");
        (await Office.PostAsync($"/api/messages/{kept}/dismiss", new { reason = "We talked" })).EnsureSuccessStatusCode();
        var honest = await AttemptAsync("My cell is 212-555-0144");
        (await Office.PostAsync($"/api/messages/{honest}/dismiss", new { reason = "The vet's", falsePositive = true })).EnsureSuccessStatusCode();
        await product.App.Get<RuleBook>().SaveAsync(Office.Owner, RuleSet.Usual, CancellationToken.None);
        Assert.IsType<AllowResult.Allowed>(await product.App.Get<AllowedContacts>().AddAsync(Office.Owner, "happytails.example", "Ours", evenSomebodys: false, CancellationToken.None));

        async Task<Guid> AttemptAsync(string body)
        {
            product.Clock.Advance(TimeSpan.FromSeconds(1));
            var refused = await ana.PostAsJsonAsync($"{Threads}/{thread}/messages", new { body });
            return (await refused.IsProblemAsync(HttpStatusCode.UnprocessableEntity, "anti_poaching_blocked")).GetProperty("messageId").GetGuid();
        }
    }

    private async Task DropInAsync(PhoneNumber pool)
    {
        var ben = await product.App.HireAsync(Office.Id, Role.Sitter, "Ben Ortiz");
        var casey = await ClientAsync("Casey Moore");
        var booking = await VisitAsync(casey, ben.SitterId, "drop-in");
        var opened = await Office.PostAsync(Threads, new { clientId = casey, visitId = booking.Visits()[0].Id() });
        var thread = (await opened.JsonAsync()).Id();
        Assert.Equal(thread, await Office.TextInAsync(_phones["Casey Moore"], "The cat hides", pool));
        using var http = await product.App.SignedInAsync(ben.Email);
        await SayAsync(http, thread, "Found her");
        await SettledAsync();
        product.Provider.Answer(new SendOutcome.Rejected(30006, "landline"));
        var failed = await (await Office.WriteAsync(thread, new { body = "See you" })).JsonAsync();
        await Office.StatusIsAsync(failed.Id(), MessageStatus.Failed);
        (await Office.PostAsync($"/api/messages/{failed.Id()}/retry")).EnsureSuccessStatusCode();
    }

    private async Task MeetAsync()
    {
        var dana = await ClientAsync("Dana Wu");
        var ben = await SitterAsync("Ben Ortiz");
        var meeting = await VisitAsync(dana, ben, "meet-and-greet");
        (await desk.DecideAsync(meeting.Id(), "open")).EnsureSuccessStatusCode();
        await VisitAsync(await ClientAsync("Dev Rao"), ben, "meet-and-greet", inHours: 30);
        product.Clock.Advance(TimeSpan.FromMinutes(5));
        (await desk.DecideAsync(meeting.Id(), "approved")).EnsureSuccessStatusCode();
    }

    /// <summary>Two cards are one client; two more were taken for one and were not.</summary>
    private async Task JoinCardsAsync()
    {
        var merges = product.App.Get<ClientMerges>();
        var (casey, other) = (await IdOfAsync("Casey Moore"), await ClientAsync("C. Moore"));
        await VisitAsync(other, await SitterAsync("Ben Ortiz"), inHours: 50);
        await Office.TextInAsync(_phones["C. Moore"], "My other phone");
        Assert.Equal(MergeResult.Done, await merges.MergeAsync(Office.Owner, other, casey, CancellationToken.None));
        var (twin, dev) = (await ClientAsync("Devin Rao"), await IdOfAsync("Dev Rao"));
        Assert.Equal(MergeResult.Done, await merges.MergeAsync(Office.Owner, twin, dev, CancellationToken.None));
        Assert.Equal(MergeResult.Done, await merges.UndoAsync(Office.Owner, twin, CancellationToken.None));
    }

    private async Task ChangeBookingsAsync()
    {
        var booking = await VisitAsync(await IdOfAsync("Casey Moore"), await SitterAsync("Ben Ortiz"), inHours: 72);
        (await desk.MoveAsync(booking.Id(), $"{Now.AddHours(75):O}", $"{Now.AddHours(76):O}")).EnsureSuccessStatusCode();
        (await desk.AssignAsync(booking.Id(), await SitterAsync("Ana Silva"))).EnsureSuccessStatusCode();
        var cancelled = await VisitAsync(await IdOfAsync("Robin Vale"), await SitterAsync("Ana Silva"), inHours: 2);
        (await desk.CancelAsync(cancelled.Id())).EnsureSuccessStatusCode();
        Assert.IsType<ServiceVerdict.Done>(await product.App.Get<ServiceBook>().ChangeAsync(Office.Owner, "walk", new Buffers(30, 45), CancellationToken.None));
        await VisitAsync(await IdOfAsync("Dana Wu"), sitter: null, inHours: 90);
    }

    private async Task SaysGoodbyeAsync()
    {
        var cleo = await product.App.HireAsync(Office.Id, Role.Sitter, "Cleo Hart");
        await desk.NumberAsync("sitter", cleo.SitterId);
        await VisitAsync(await IdOfAsync("Dana Wu"), cleo.SitterId, inHours: 26);
        (await Office.PostAsync($"/api/sitters/{cleo.SitterId}/offboard", new { reason = "moved away" })).EnsureSuccessStatusCode();
    }

    private async Task StrangersAsync(PhoneNumber pool)
    {
        var stranger = Businesses.NextNumber();
        await Office.TextInAsync(stranger, "Who is this?", pool);
        (await product.Webhooks.CallAsync(stranger.E164, Office.Business.FrontDesk.E164)).EnsureSuccessStatusCode();
        (await product.Webhooks.TextAsync(pool.E164, Office.Business.FrontDesk.E164, "An echo")).EnsureSuccessStatusCode();
        await Office.TextInAsync(_phones["Robin Vale"], "STOP");
        await Office.ProcessedAsync();
        product.Clock.Advance(TimeSpan.FromHours(3));
    }

    /// <summary>Nothing is on its way any more, so that what a test finds it found.</summary>
    private Task SettledAsync() => Until.TrueAsync(async () =>
    {
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var db = Office.Db();
        return !await db.Outbox.AnyAsync(row => row.State != OutboxState.Settled)
            && !await db.ProviderEvents.AnyAsync(row => row.State == ProviderEventState.Pending);
    });

    private async Task<Guid> ClientAsync(string name, bool? recurring = null)
    {
        _phones[name] = Businesses.NextNumber();
        return (await (await Office.PostAsync("/api/clients", new { name, phones = new[] { _phones[name].E164 }, recurring })).JsonAsync()).Id();
    }

    private Task<JsonElement> VisitAsync(Guid clientId, Guid? sitter, string service = "walk", string recurrence = "none", int inHours = 0)
    {
        var startsAt = Now.AddHours(inHours);
        return desk.BookAsync(BookingOffice.Form(clientId, $"{startsAt:O}", $"{startsAt.AddMinutes(30):O}", sitter, service, recurrence));
    }

    private async Task SayAsync(HttpClient http, Guid thread, string body)
    {
        product.Clock.Advance(TimeSpan.FromSeconds(1));
        (await http.PostAsJsonAsync($"{Threads}/{thread}/messages", new { body })).EnsureSuccessStatusCode();
    }

    private async Task<PhoneNumber> PoolNumberAsync()
    {
        var id = await desk.NumberAsync("pool");
        return await NumberOfAsync(row => row.Id == id);
    }

    private async Task<PhoneNumber> NumberOfAsync(Expression<Func<MessageNumber, bool>> which)
    {
        await using var db = Office.Db();
        return (await db.Numbers.SingleAsync(which)).Phone;
    }

    private async Task<Guid> IdOfAsync(string client)
    {
        await using var db = Office.Db();
        return (await db.Clients.SingleAsync(row => row.Name == client)).Id;
    }

    private async Task<Guid> SitterAsync(string name)
    {
        await using var db = Office.Db();
        return (await db.Sitters.SingleAsync(row => row.Name == name)).Id;
    }
}
