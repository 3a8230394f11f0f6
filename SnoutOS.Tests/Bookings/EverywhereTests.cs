using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Bookings;

/// <summary>Bookings, windows and the way of a text through them, on each database.</summary>
public abstract class EverywhereTests(Product product)
{
    [Fact]
    public async Task Windows_follow_a_series_through_its_life()
    {
        var desk = await BookingOffice.OpenAsync(product);
        var (ana, ben) = (await desk.SitterAsync(), await desk.SitterAsync("Ben Ortiz"));
        await desk.NumberAsync("sitter", ana);
        var starts = product.Clock.GetUtcNow().AddDays(1);
        var series = (await desk.BookAsync(BookingOffice.Form(
            await desk.ClientAsync(recurring: true), starts.ToString("O"), starts.AddHours(1).ToString("O"), recurrence: "weekly"))).Id();
        Assert.Equal((0, 0), await LiveAsync(desk, ana));

        (await desk.AssignAsync(series, ana, "series")).EnsureSuccessStatusCode();
        var visits = (await desk.ReadAsync(series)).Visits();
        Assert.Equal((visits.Count, 1), await LiveAsync(desk, ana));

        (await desk.MoveAsync(series, starts.AddHours(2).ToString("O"), starts.AddHours(3).ToString("O"), "series")).EnsureSuccessStatusCode();
        var moved = (await desk.ReadAsync(series)).Visits();
        Assert.Equal(visits.Select(visit => Start(visit).AddHours(2)), moved.Select(Start));
        Assert.All(moved, visit => Assert.Equal(Start(visit).AddHours(-1), visit.GetProperty("window").GetProperty("opensAt").GetDateTimeOffset()));

        (await desk.AssignAsync(series, ben, visit: moved[1].Id())).EnsureSuccessStatusCode();
        (await desk.CancelAsync(series, visit: moved[2].Id())).EnsureSuccessStatusCode();

        // Ben has no number and the pool is empty, so that the conversation about his visit is at the front desk.
        Assert.Equal((visits.Count - 2, 2), await LiveAsync(desk, ana));

        (await desk.Office.PostAsync($"/api/sitters/{ana}/offboard", new { reason = "moves away" })).EnsureSuccessStatusCode();
        Assert.Equal((0, 2), await LiveAsync(desk, ana));
        Assert.Equal(1, (await LiveAsync(desk, ben)).Windows);
        (await desk.CancelAsync(series, "series")).EnsureSuccessStatusCode();
        Assert.Equal(0, (await LiveAsync(desk, ben)).Windows);
    }

    [Fact]
    public async Task A_text_reaches_the_sitter_and_the_sitter_answers_until_the_window_closes()
    {
        var desk = await BookingOffice.OpenAsync(product);
        var ana = await product.App.HireAsync(desk.Office.Id, Role.Sitter, "Ana Silva");
        await desk.NumberAsync("sitter", ana.SitterId);
        var (phone, client) = await ClientAsync(desk);
        var now = product.Clock.GetUtcNow();
        await desk.BookAsync(BookingOffice.Form(client, now.AddHours(-2).ToString("O"), now.AddMinutes(-59).ToString("O"), ana.SitterId));
        var closes = now.AddMinutes(1);
        var thread = await desk.Office.TextInAsync(phone, "Hello", await NumberOfAsync(desk, ana));
        using var http = await product.App.SignedInAsync(ana.Email);

        product.Clock.SetUtcNow(closes.AddMicroseconds(-1));
        Assert.Equal(HttpStatusCode.Created, (await http.PostAsJsonAsync($"/api/messages/threads/{thread}/messages", new { body = "Bye" })).StatusCode);
        product.Clock.SetUtcNow(closes);
        await (await http.PostAsJsonAsync($"/api/messages/threads/{thread}/messages", new { body = "One more" }))
            .IsProblemAsync(HttpStatusCode.Conflict, "window_closed");
        await desk.Office.TextInAsync(phone, "Still there?", await NumberOfAsync(desk, ana));

        await using var db = desk.Office.Db();
        Assert.Equal(
            [RoutingReason.ActiveWindow, RoutingReason.NoActiveWindow],
            await db.RoutingDecisions.OrderBy(row => row.DecidedAt).Select(row => row.Reason).ToListAsync());
        Assert.Equal(2, await db.SharedMessages.CountAsync());
        Assert.NotNull((await db.Threads.SingleAsync()).NeedsOwnerSince);
    }

    [Fact]
    public async Task A_visit_across_the_change_of_the_clock_keeps_its_microseconds()
    {
        var desk = await BookingOffice.OpenAsync(product);
        await desk.BookAsync(BookingOffice.Form(await desk.ClientAsync(), "2026-11-01T05:00Z", "2026-11-01T07:30Z", await desk.SitterAsync()));
        await using var db = desk.Office.Db();
        var opens = new DateTimeOffset(2026, 11, 1, 4, 0, 0, TimeSpan.Zero);
        var closes = new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.Zero);
        foreach (var (at, isOpen) in new[] { (opens.AddMicroseconds(-1), false), (opens, true), (closes.AddMicroseconds(-1), true), (closes, false) })
        {
            Assert.Equal(isOpen, await db.Windows.AnyAsync(window => window.OpensAt <= at && window.ClosesAt > at));
        }
    }

    private static DateTimeOffset Start(JsonElement visit) => visit.GetProperty("startsAt").GetDateTimeOffset();

    private static async Task<(PhoneNumber Phone, Guid Client)> ClientAsync(BookingOffice desk)
    {
        var phone = Businesses.NextNumber();
        return (phone, (await (await desk.Office.PostAsync("/api/clients", new { name = "Robin Vale", phones = new[] { phone.E164 }, recurring = true })).JsonAsync()).Id());
    }

    private static async Task<PhoneNumber> NumberOfAsync(BookingOffice desk, Person sitter)
    {
        await using var db = desk.Office.Db();
        return (await db.Numbers.SingleAsync(row => row.SitterId == sitter.SitterId)).Phone;
    }

    /// <summary>The live windows of a sitter, and the conversations of the office.</summary>
    private static async Task<(int Windows, int Threads)> LiveAsync(BookingOffice desk, Guid sitter)
    {
        await using var db = desk.Office.Db();
        return (await db.Windows.CountAsync(window => window.SitterId == sitter && window.CancelledAt == null), await db.Threads.CountAsync());
    }
}
