using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;
using static SnoutOS.Tests.Bookings.BookingOffice;

namespace SnoutOS.Tests.Bookings;

/// <summary>Who cares for a visit, and what that means for the windows. It is noon in New York, 17:00 in UTC.</summary>
public sealed class AssignmentTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_window_follows_the_sitter_and_at_most_one_is_live()
    {
        var desk = await OpenAsync(product);
        var (ana, ben) = (await desk.SitterAsync(), await desk.SitterAsync("Ben Ortiz"));
        var booking = (await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z"))).Id();
        foreach (var sitter in new Guid?[] { ana, ben, null, ana })
        {
            var visit = Assert.Single((await (await desk.AssignAsync(booking, sitter)).JsonAsync()).Visits());
            Assert.Equal(sitter is null ? "" : "2026-03-05T14:00:00Z 2026-03-05T17:00:00Z upcoming", visit.Window());
            await using var db = desk.Office.Db();
            Assert.Equal(sitter, (await db.Windows.SingleOrDefaultAsync(window => window.CancelledAt == null))?.SitterId);
        }

        await using var history = desk.Office.Db();
        Assert.Equal(3, await history.Windows.CountAsync());
        Assert.Equal(
            ["visit.assigned", "visit.assigned", "visit.unassigned", "visit.assigned"],
            await history.Audit.Where(row => row.Action.StartsWith("visit.")).OrderBy(row => row.Sequence).Select(row => row.Action).ToListAsync());
    }

    [Fact]
    public async Task Asking_for_the_same_sitter_again_changes_nothing()
    {
        var desk = await OpenAsync(product);
        var ana = await desk.SitterAsync();
        var booking = (await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z", ana))).Id();
        await using var before = desk.Office.Db();
        var audited = await before.Audit.CountAsync();
        Assert.Equal(HttpStatusCode.OK, (await desk.AssignAsync(booking, ana)).StatusCode);
        await using var after = desk.Office.Db();
        Assert.Equal((1, audited), (await after.Windows.CountAsync(), await after.Audit.CountAsync()));
    }

    [Fact]
    public async Task One_visit_of_a_series_has_to_be_named()
    {
        var desk = await OpenAsync(product);
        var (ana, ben) = (await desk.SitterAsync(), await desk.SitterAsync("Ben Ortiz"));
        var series = await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z", ana, recurrence: "weekly"));
        await (await desk.AssignAsync(series.Id(), ben)).IsProblemAsync(HttpStatusCode.BadRequest, "visit_required");
        await (await desk.AssignAsync(series.Id(), ben, visit: series.Id())).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        var changed = await (await desk.AssignAsync(series.Id(), ben, visit: series.Visits()[2].Id())).JsonAsync();
        Assert.Equal([2], Enumerable.Range(0, changed.Visits().Count).Where(week => changed.Visits()[week].GetProperty("sitterId").GetGuid() == ben));
        Assert.Equal(ana, changed.GetProperty("sitterId").GetGuid());
    }

    [Fact]
    public async Task A_series_changes_from_the_next_window_on_and_a_running_visit_only_if_nobody_is_there()
    {
        var desk = await OpenAsync(product);
        var (ana, ben) = (await desk.SitterAsync(), await desk.SitterAsync("Ben Ortiz"));
        // A visit a week ago, one whose window is running, and those to come.
        var series = await desk.BookAsync(Form(await desk.ClientAsync(), "2026-02-25T17:30Z", "2026-02-25T18:00Z", ana, recurrence: "weekly"));
        var assigned = await (await desk.AssignAsync(series.Id(), ben, "series")).JsonAsync();
        Assert.Equal([ana, ana, ben], assigned.Visits().Take(3).Select(visit => visit.GetProperty("sitterId").GetGuid()));

        var nobody = await desk.BookAsync(Form(await desk.ClientAsync(), "2026-02-25T17:30Z", "2026-02-25T18:00Z", recurrence: "weekly"));
        var taken = await (await desk.AssignAsync(nobody.Id(), ben, "series")).JsonAsync();
        Assert.Equal(["", ben.ToString(), ben.ToString()], taken.Visits().Take(3).Select(visit => visit.Text("sitterId")).ToList());
        Assert.Equal("active", taken.Visits()[1].GetProperty("window").Text("status"));
    }

    [Fact]
    public async Task Sixty_four_who_assign_at_once_make_one_thread_and_one_live_window()
    {
        var desk = await OpenAsync(product);
        var (ana, ben) = (await desk.SitterAsync(), await desk.SitterAsync("Ben Ortiz"));
        await desk.NumberAsync("sitter", ana);
        var client = await desk.ClientAsync(recurring: true);
        var booking = (await desk.BookAsync(Form(client, "2026-03-05T15:00Z", "2026-03-05T16:00Z"))).Id();
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => desk.AssignAsync(booking, ana)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await using var db = desk.Office.Db();
        Assert.Equal((1, 1, 1), (await db.Threads.CountAsync(), await db.Windows.CountAsync(), await db.SitterConversations.CountAsync()));

        answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => desk.AssignAsync(booking, n % 2 == 0 ? ana : ben)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var live = await db.Windows.SingleAsync(window => window.CancelledAt == null);
        Assert.Equal((await db.Visits.SingleAsync()).SitterId, live.SitterId);
    }

    [Fact]
    public async Task Sitters_of_others_and_visits_that_are_cancelled_take_no_assignment()
    {
        var (desk, other) = (await OpenAsync(product), await OpenAsync(product));
        var booking = (await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z"))).Id();
        var foreign = await (await desk.AssignAsync(booking, await other.SitterAsync())).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal("sitterId", foreign.Text("field"));
        await (await other.AssignAsync(booking, await other.SitterAsync())).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await desk.CancelAsync(booking);
        await (await desk.AssignAsync(booking, await desk.SitterAsync())).IsProblemAsync(HttpStatusCode.Conflict, "already_cancelled");
    }

    [Fact]
    public async Task What_waited_for_a_sitter_who_is_taken_off_goes_to_the_owner()
    {
        var desk = await OpenAsync(product);
        var ana = await desk.SitterAsync();
        await desk.NumberAsync("sitter", ana);
        var client = await desk.ClientAsync(recurring: true);
        var since = product.Clock.GetUtcNow().AddMinutes(-3);
        var running = (await desk.BookAsync(Form(client, "2026-03-04T16:30Z", "2026-03-04T18:00Z", ana))).Id();
        var alsoRunning = (await desk.BookAsync(Form(client, "2026-03-04T16:45Z", "2026-03-04T19:00Z", ana))).Id();
        await desk.Office.ChangeAsync(async db =>
        {
            var thread = await db.Threads.SingleAsync();
            (thread.AwaitsSitterId, thread.AwaitsSitterSince) = (ana, since);
        });
        await desk.AssignAsync(running, null);
        await using var still = desk.Office.Db();
        Assert.Equal(ana, (await still.Threads.SingleAsync()).AwaitsSitterId);
        await desk.CancelAsync(alsoRunning);
        await using var gone = desk.Office.Db();
        var left = await gone.Threads.SingleAsync();
        Assert.Equal((null, null, since), (left.AwaitsSitterId, left.AwaitsSitterSince, left.NeedsOwnerSince));
    }

    [Fact]
    public async Task A_sitter_who_goes_leaves_every_visit_that_has_not_ended()
    {
        var desk = await OpenAsync(product);
        var ana = await desk.SitterAsync();
        var client = await desk.ClientAsync();
        await desk.BookAsync(Form(client, "2026-03-01T15:00Z", "2026-03-01T16:00Z", ana));
        var series = await desk.BookAsync(Form(client, "2026-02-25T17:30Z", "2026-02-25T18:00Z", ana, recurrence: "weekly"));
        await desk.Office.ChangeAsync(db => db.LeaveVisitsAsync(ana, product.Clock.GetUtcNow(), CancellationToken.None));
        var left = await desk.ReadAsync(series.Id());
        Assert.Equal("", left.Text("sitterId"));
        Assert.Equal([true, false, false], left.Visits().Take(3).Select(visit => visit.Text("sitterId") == ana.ToString()));
        await using var db = desk.Office.Db();
        Assert.False(await db.Windows.AnyAsync(window => window.CancelledAt == null && window.ClosesAt > product.Clock.GetUtcNow()));
        Assert.Equal(2, await db.Visits.CountAsync(visit => visit.SitterId == ana));
    }
}
