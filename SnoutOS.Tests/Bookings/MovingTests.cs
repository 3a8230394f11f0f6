using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;
using static SnoutOS.Tests.Bookings.BookingOffice;

namespace SnoutOS.Tests.Bookings;

/// <summary>Moving and calling off. It is Wednesday, March 4, noon in New York, 17:00 in UTC; the clocks change on Sunday.</summary>
public sealed class MovingTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_window_goes_along_with_its_visit()
    {
        var desk = await OpenAsync(product);
        var booking = (await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z", await desk.SitterAsync()))).Id();
        var moved = await (await desk.MoveAsync(booking, "2026-03-06T20:00Z", "2026-03-06T20:30Z")).JsonAsync();
        Assert.Equal(("2026-03-06T20:00:00Z", "2026-03-06T19:00:00Z 2026-03-06T21:30:00Z upcoming"), (moved.Text("startsAt"), moved.Visits()[0].Window()));
        await using var db = desk.Office.Db();
        var window = await db.Windows.SingleAsync();
        Assert.Equal(moved.Text("startsAt"), window.VisitStartsAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
    }

    [Fact]
    public async Task A_window_that_was_open_stays_on_record_and_another_takes_its_place()
    {
        var desk = await OpenAsync(product);
        var booking = (await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-04T16:30Z", "2026-03-04T18:00Z", await desk.SitterAsync()))).Id();
        await desk.MoveAsync(booking, "2026-03-06T20:00Z", "2026-03-06T20:30Z");
        await using var db = desk.Office.Db();
        var windows = await db.Windows.OrderBy(window => window.OpensAt).ToListAsync();
        Assert.Equal((2, product.Clock.GetUtcNow(), null), (windows.Count, windows[0].CancelledAt, windows[1].CancelledAt));

        // A visit that lasts longer keeps the window it has.
        var longer = (await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-04T16:30Z", "2026-03-04T18:00Z", await desk.SitterAsync()))).Id();
        await desk.MoveAsync(longer, "2026-03-04T16:30Z", "2026-03-04T20:00Z");
        Assert.Equal(1, await db.Windows.CountAsync(window => db.Visits.Any(visit => visit.Id == window.VisitId && visit.BookingId == longer)));
    }

    [Fact]
    public async Task A_sitter_who_has_left_does_not_come_along()
    {
        var desk = await OpenAsync(product);
        var ana = await desk.SitterAsync();
        var booking = (await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-03T15:00Z", "2026-03-03T16:00Z", ana))).Id();
        await desk.Office.PostAsync($"/api/sitters/{ana}/offboard", new { reason = "Moved away" });

        // Where it stays over, it stays on record who was there.
        var earlier = await (await desk.MoveAsync(booking, "2026-03-02T15:00Z", "2026-03-02T16:00Z")).JsonAsync();
        Assert.Equal(ana, earlier.Visits()[0].GetProperty("sitterId").GetGuid());
        var ahead = await (await desk.MoveAsync(booking, "2026-03-06T15:00Z", "2026-03-06T16:00Z")).JsonAsync();
        Assert.Equal(("", ""), (ahead.Visits()[0].Text("sitterId"), ahead.Visits()[0].Window()));
    }

    [Fact]
    public async Task A_series_moves_as_one_except_for_visits_moved_alone_and_those_begun()
    {
        var desk = await OpenAsync(product);
        var series = await desk.BookAsync(Form(await desk.ClientAsync(), "2026-02-26T15:00Z", "2026-02-26T16:00Z", await desk.SitterAsync(), recurrence: "weekly", until: "2026-03-26"));
        var alone = series.Visits()[3].Id();
        await desk.MoveAsync(series.Id(), "2026-03-20T18:00Z", "2026-03-20T19:00Z", visit: alone);
        await (await desk.MoveAsync(series.Id(), "2026-03-20T18:00Z", "2026-03-20T19:00Z")).IsProblemAsync(HttpStatusCode.BadRequest, "visit_required");

        // From Thursdays at ten to Saturdays at noon; New York is an hour nearer to UTC from the 8th on.
        var moved = await (await desk.MoveAsync(series.Id(), "2026-03-07T17:00Z", "2026-03-07T18:30Z", "series")).JsonAsync();
        Assert.Equal(
            ["2026-02-26T15:00:00Z", "2026-03-07T17:00:00Z", "2026-03-14T16:00:00Z", "2026-03-20T18:00:00Z", "2026-03-28T16:00:00Z"],
            moved.Visits().Select(visit => visit.Text("startsAt")).ToList());
        Assert.Equal(("2026-03-28", "2026-03-28T15:00:00Z 2026-03-28T18:30:00Z upcoming"), (moved.Text("until"), moved.Visits()[4].Window()));

        // The same again, told by another visit of it, a week earlier and an hour later.
        var back = await (await desk.MoveAsync(series.Id(), "2026-03-21T17:00Z", "2026-03-21T18:00Z", "series", moved.Visits()[4].Id())).JsonAsync();
        Assert.Equal(("2026-02-28T18:00:00Z", "2026-03-07T18:00:00Z"), (back.Visits()[1].Text("startsAt"), back.Visits()[2].Text("startsAt")));
    }

    [Fact]
    public async Task A_series_goes_on_where_it_was_moved_to()
    {
        var desk = await OpenAsync(product);
        var series = await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z", recurrence: "weekly"));
        var moved = await (await desk.MoveAsync(series.Id(), "2026-03-03T20:00Z", "2026-03-03T21:00Z", "series")).JsonAsync();
        var starts = moved.Visits().ConvertAll(visit => visit.Text("startsAt"));
        Assert.Equal(9, starts.Count);
        Assert.Equal(("2026-03-03T20:00:00Z", "2026-04-21T19:00:00Z", "2026-04-28T19:00:00Z"), (starts[0], starts[^2], starts[^1]));
    }

    [Fact]
    public async Task Bad_times_are_refused_for_moves_too()
    {
        var desk = await OpenAsync(product);
        var series = await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z", recurrence: "weekly"));
        var visit = series.Visits()[0].Id();
        await (await desk.MoveAsync(series.Id(), "2026-03-08T02:30:00-05:00", "2026-03-08T05:00:00-04:00", visit: visit)).IsProblemAsync(HttpStatusCode.BadRequest, "time_does_not_exist");
        await (await desk.MoveAsync(series.Id(), "2026-03-05T16:00Z", "2026-03-05T15:00Z", visit: visit)).IsProblemAsync(HttpStatusCode.BadRequest, "ends_before_start");
        await (await desk.MoveAsync(series.Id(), "2026-03-05T15:00Z", "2026-03-25T15:00Z", "series")).IsProblemAsync(HttpStatusCode.BadRequest, "too_long");
        Assert.Equal(series.GetRawText(), (await desk.ReadAsync(series.Id())).GetRawText());
    }

    [Fact]
    public async Task A_cancelled_visit_has_no_window_and_stays_cancelled()
    {
        var desk = await OpenAsync(product);
        var booking = (await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z", await desk.SitterAsync()))).Id();
        for (var again = 0; again < 2; again++)
        {
            var cancelled = await (await desk.CancelAsync(booking)).JsonAsync();
            Assert.Equal(("cancelled", "cancelled", ""), (cancelled.Text("status"), cancelled.Visits()[0].Text("status"), cancelled.Visits()[0].Window()));
        }

        await (await desk.MoveAsync(booking, "2026-03-06T15:00Z", "2026-03-06T16:00Z")).IsProblemAsync(HttpStatusCode.Conflict, "already_cancelled");
        await using var db = desk.Office.Db();
        Assert.Equal((1, 1), (await db.Windows.CountAsync(), await db.Audit.CountAsync(row => row.Action == "visit.cancelled")));
    }

    [Fact]
    public async Task A_cancelled_series_leaves_what_was_and_what_is_running()
    {
        var desk = await OpenAsync(product);
        var series = await desk.BookAsync(Form(await desk.ClientAsync(), "2026-02-25T17:30Z", "2026-02-25T18:00Z", await desk.SitterAsync(), recurrence: "weekly"));
        var one = await (await desk.CancelAsync(series.Id(), visit: series.Visits()[3].Id())).JsonAsync();
        Assert.Equal(("upcoming", "cancelled"), (one.Text("status"), one.Visits()[3].Text("status")));
        var all = await (await desk.CancelAsync(series.Id(), "series")).JsonAsync();
        Assert.Equal("cancelled", all.Text("status"));
        Assert.Equal(["done", "upcoming", "cancelled", "cancelled"], all.Visits().Take(4).Select(visit => visit.Text("status")).ToList());
        await (await desk.MoveAsync(series.Id(), "2026-03-12T18:00Z", "2026-03-12T19:00Z", "series")).IsProblemAsync(HttpStatusCode.Conflict, "already_cancelled");
    }
}
