using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Live;
using static SnoutOS.Tests.Bookings.BookingOffice;

namespace SnoutOS.Tests.Bookings;

/// <summary>What an owner sees of a week. It is noon in New York, 17:00 in UTC.</summary>
public sealed class CalendarTests(Product product) : IClassFixture<Product>
{
    private static readonly TimeRange Week = new(TestTime.Noon.AddDays(-1), TestTime.Noon.AddDays(6));

    [Fact]
    public async Task A_calendar_names_client_service_sitter_and_window_of_each_visit_in_the_range()
    {
        var desk = await OpenAsync(product);
        var ana = await desk.SitterAsync();
        var client = await desk.ClientAsync("Maya Lindqvist");
        await desk.BookAsync(Form(client, "2026-03-05T15:00Z", "2026-03-05T16:00Z", ana, recurrence: "weekly"));
        await desk.BookAsync(Form(client, "2026-03-05T12:00Z", "2026-03-05T13:00Z", service: "pet taxi"));
        await (await OpenAsync(product)).ClientAsync();
        var visits = await Reader.CalendarAsync(ActorOf(desk), Week, CancellationToken.None);
        Assert.Equal(
            [("pet taxi", null, Recurrence.None), ("walk", "Ana Silva", Recurrence.Weekly)],
            visits.Select(visit => (visit.ServiceName, visit.Visit.SitterName, visit.Recurrence)));
        Assert.Null(visits[0].Visit.Window);
        Assert.Equal(WindowPhase.Upcoming, visits[1].Visit.Window!.Status);
        Assert.All(visits, visit => Assert.Equal("Maya Lindqvist", visit.ClientName));
    }

    [Fact]
    public async Task A_card_leads_to_the_sitters_own_conversation_before_any_newer_one()
    {
        var desk = await OpenAsync(product);
        var ana = await desk.SitterAsync();
        var number = await desk.NumberAsync("sitter", ana);
        var client = await desk.ClientAsync();
        await desk.BookAsync(Form(client, "2026-03-05T15:00Z", "2026-03-05T16:00Z", ana));
        var visit = Assert.Single(await Reader.CalendarAsync(ActorOf(desk), Week, CancellationToken.None)).Visit.Id;
        Assert.Null((await Reader.VisitAsync(ActorOf(desk), visit, CancellationToken.None))!.ThreadId);

        await using var db = desk.Office.Db();
        var frontDesk = await db.Numbers.Where(row => row.Id != number).Select(row => row.Id).SingleAsync();
        var (theirs, newer) = (Thread(number, 1), Thread(frontDesk, 0));
        db.AddRange(theirs, newer);
        await db.SaveChangesAsync();
        Assert.Equal(theirs.Id, (await Reader.VisitAsync(ActorOf(desk), visit, CancellationToken.None))!.ThreadId);
        await desk.AssignAsync((await db.Bookings.SingleAsync()).Id, null);
        Assert.Equal(newer.Id, (await Reader.VisitAsync(ActorOf(desk), visit, CancellationToken.None))!.ThreadId);
        Assert.Null(await Reader.VisitAsync(ActorOf(await OpenAsync(product)), visit, CancellationToken.None));

        MessageThread Thread(Guid numberId, int daysAgo) => new()
        {
            OrganizationId = desk.Office.Id,
            Id = Guid.CreateVersion7(TestTime.Noon),
            ClientId = client,
            NumberId = numberId,
            CreatedAt = TestTime.Noon.AddDays(-daysAgo),
            LastMessageAt = TestTime.Noon.AddDays(-daysAgo),
        };
    }

    [Fact]
    public async Task An_empty_calendar_knows_how_far_the_business_has_come_and_whoever_looks_is_told_of_each_step()
    {
        var desk = await OpenAsync(product);
        var told = 0;
        using var watch = product.App.Get<ThreadNotifier>().Watch(desk.Office.Id, change =>
        {
            told += change.IsOfClients ? 1 : 0;
            return Task.CompletedTask;
        });
        Assert.Equal(CalendarStage.NoClients, await Reader.StageAsync(ActorOf(desk), CancellationToken.None));
        var client = await desk.ClientAsync("Maya Lindqvist");
        Assert.Equal(CalendarStage.NothingBooked, await Reader.StageAsync(ActorOf(desk), CancellationToken.None));
        await Until.TrueAsync(() => Task.FromResult(told == 1));
        await desk.BookAsync(Form(client, "2026-03-05T15:00Z", "2026-03-05T16:00Z"));
        Assert.Equal(CalendarStage.Underway, await Reader.StageAsync(ActorOf(desk), CancellationToken.None));
        await Until.TrueAsync(() => Task.FromResult(told == 2));
    }

    [Fact]
    public async Task Clients_are_found_by_name_or_pet_and_spam_is_not()
    {
        var desk = await OpenAsync(product);
        await desk.ClientAsync("Maya Lindqvist");
        await desk.ClientAsync("Theo Grant");
        await using (var db = desk.Office.Db())
        {
            db.Add(new Client { OrganizationId = desk.Office.Id, Id = Guid.CreateVersion7(TestTime.Noon), Name = "Maya Spam", Kind = ClientKind.Spam });
            (await db.Clients.SingleAsync(row => row.Name == "Theo Grant")).Pets = "Pickles";
            await db.SaveChangesAsync();
        }

        var clients = product.App.Get<BookableClients>();
        Assert.Equal(["Maya Lindqvist"], (await clients.FindAsync(ActorOf(desk), "mAyA", 8, CancellationToken.None)).Select(row => row.Name), StringComparer.Ordinal);
        Assert.Equal(["Theo Grant"], (await clients.FindAsync(ActorOf(desk), "pickle", 8, CancellationToken.None)).Select(row => row.Name), StringComparer.Ordinal);
        Assert.Equal(["Maya Lindqvist"], (await clients.FindAsync(ActorOf(desk), "", 1, CancellationToken.None)).Select(row => row.Name), StringComparer.Ordinal);
    }

    private BookingReader Reader => product.App.Get<BookingReader>();

    private static Actor ActorOf(BookingOffice desk) => new(desk.Office.Id, Guid.Empty, "Olivia Park", Role.Owner);
}
