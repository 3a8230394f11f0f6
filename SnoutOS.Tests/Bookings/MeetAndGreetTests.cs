using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;
using static SnoutOS.Tests.Bookings.BookingOffice;

namespace SnoutOS.Tests.Bookings;

/// <summary>First meetings. It is March 4, noon in New York, 17:00 in UTC.</summary>
public sealed class MeetAndGreetTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task It_is_closed_until_the_owner_opens_it_and_over_once_they_have_decided()
    {
        var desk = await OpenAsync(product);
        var (client, ana) = (await desk.ClientAsync(), await desk.SitterAsync());
        await desk.NumberAsync("sitter", ana);
        var pool = await desk.NumberAsync("pool");
        var meeting = await MeetAsync(desk, client, ana);
        Assert.Equal(("closed", ""), State(meeting));

        var opened = await (await desk.DecideAsync(meeting.Id(), "open")).JsonAsync();
        Assert.Equal(("open", $"{Web.Api.Instants.Format(product.Clock.GetUtcNow())} 2026-03-06T17:00:00Z active"), State(opened));
        await using var db = desk.Office.Db();
        Assert.True((await db.Windows.SingleAsync()).PoolOnly);
        Assert.Equal((pool, ana), ((await db.Threads.SingleAsync()).NumberId, (await db.SitterConversations.SingleAsync()).SitterId));

        product.Clock.Advance(TimeSpan.FromMinutes(5));
        var approved = await (await desk.DecideAsync(meeting.Id(), "approved")).JsonAsync();
        Assert.Equal("approved", State(approved).State);
        Assert.Equal((null, product.Clock.GetUtcNow()), await db.Windows.Select(window => new ValueTuple<DateTimeOffset?, DateTimeOffset>(window.CancelledAt, window.ClosesAt)).SingleAsync());
        await (await desk.DecideAsync(meeting.Id(), "open")).IsProblemAsync(HttpStatusCode.Conflict, "meet_and_greet_decided");
        await (await desk.CancelAsync(meeting.Id())).IsProblemAsync(HttpStatusCode.Conflict, "meet_and_greet_decided");
        await (await desk.MoveAsync(meeting.Id(), "2026-03-07T15:00Z", "2026-03-07T16:00Z")).IsProblemAsync(HttpStatusCode.Conflict, "meet_and_greet_decided");
    }

    [Fact]
    public async Task Approval_lets_the_sitter_be_sent_there_and_failure_does_not()
    {
        var desk = await OpenAsync(product);
        var (client, ana, ben) = (await desk.ClientAsync(), await desk.SitterAsync(), await desk.SitterAsync("Ben Ortiz"));
        var meeting = await MeetAsync(desk, client, ana);
        var booking = (await desk.BookAsync(Form(client, "2026-03-10T15:00Z", "2026-03-10T16:00Z"))).Id();
        await (await desk.AssignAsync(booking, ana)).IsProblemAsync(HttpStatusCode.Conflict, "meet_and_greet_pending");
        await (await desk.Office.PostAsync(Address, Form(client, "2026-03-10T15:00Z", "2026-03-10T16:00Z", ana))).IsProblemAsync(HttpStatusCode.Conflict, "meet_and_greet_pending");

        // Whoever meets nobody first is free to go, and so is Ana elsewhere.
        Assert.Equal(HttpStatusCode.OK, (await desk.AssignAsync(booking, ben)).StatusCode);
        await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-10T15:00Z", "2026-03-10T16:00Z", ana));

        await desk.DecideAsync(meeting.Id(), "failed");
        await (await desk.AssignAsync(booking, ana)).IsProblemAsync(HttpStatusCode.Conflict, "meet_and_greet_failed");
        await desk.DecideAsync(meeting.Id(), "approved");
        Assert.Equal(HttpStatusCode.OK, (await desk.AssignAsync(booking, ana)).StatusCode);
    }

    [Fact]
    public async Task Whom_the_owner_did_not_open_it_for_may_not_write()
    {
        var desk = await OpenAsync(product);
        var (ana, ben) = (await desk.SitterAsync(), await desk.SitterAsync("Ben Ortiz"));
        var meeting = await MeetAsync(desk, await desk.ClientAsync(), ana);
        await desk.DecideAsync(meeting.Id(), "open");
        Assert.Equal(("closed", ""), State(await (await desk.AssignAsync(meeting.Id(), ben)).JsonAsync()));
        await using var db = desk.Office.Db();
        Assert.False(await db.Windows.AnyAsync(window => window.CancelledAt == null));
    }

    [Fact]
    public async Task There_has_to_be_a_meeting_and_a_sitter_and_time_left()
    {
        var desk = await OpenAsync(product);
        var (client, ana) = (await desk.ClientAsync(), await desk.SitterAsync());
        var walk = await desk.BookAsync(Form(client, "2026-03-06T15:00Z", "2026-03-06T16:00Z"));
        await (await desk.DecideAsync(walk.Id(), "open")).IsProblemAsync(HttpStatusCode.Conflict, "not_meet_and_greet");
        var alone = await MeetAsync(desk, client, null);
        await (await desk.DecideAsync(alone.Id(), "open")).IsProblemAsync(HttpStatusCode.Conflict, "meet_and_greet_needs_sitter");
        var over = await desk.BookAsync(Form(client, "2026-03-02T15:00Z", "2026-03-02T16:00Z", ana, "meet-and-greet"));
        await (await desk.DecideAsync(over.Id(), "open")).IsProblemAsync(HttpStatusCode.Conflict, "meet_and_greet_over");
        await (await desk.DecideAsync(over.Id(), "perhaps")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        Assert.Equal("approved", State(await (await desk.DecideAsync(over.Id(), "approved")).JsonAsync()).State);
    }

    private static Task<JsonElement> MeetAsync(BookingOffice desk, Guid client, Guid? sitter) =>
        desk.BookAsync(Form(client, "2026-03-06T15:00Z", "2026-03-06T16:00Z", sitter, "Meet and Greet"));

    private static (string State, string Window) State(JsonElement booking) =>
        (booking.Visits()[0].Text("meetAndGreet"), booking.Visits()[0].Window());
}
