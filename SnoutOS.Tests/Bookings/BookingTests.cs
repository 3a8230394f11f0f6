using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;
using static SnoutOS.Tests.Bookings.BookingOffice;

namespace SnoutOS.Tests.Bookings;

/// <summary>Making and listing bookings. It is Wednesday, March 4, 2026, noon in New York; the clocks change on Sunday.</summary>
public sealed class BookingTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_visit_with_a_sitter_has_a_window_with_the_buffers_of_its_service()
    {
        var desk = await OpenAsync(product);
        var (client, sitter) = (await desk.ClientAsync(), await desk.SitterAsync());
        var booking = await desk.BookAsync(Form(client, "2026-03-05T15:00Z", "2026-03-05T16:30Z", sitter, "House Sitting"));
        Assert.Equal("id clientId service startsAt endsAt recurrence until sitterId status visits", booking.Fields());
        Assert.Equal((client, "house_sitting", "none", "", sitter, "upcoming"), (
            booking.GetProperty("clientId").GetGuid(), booking.Text("service"), booking.Text("recurrence"), booking.Text("until"), booking.GetProperty("sitterId").GetGuid(), booking.Text("status")));
        var visit = Assert.Single(booking.Visits());
        Assert.Equal(("2026-03-05T15:00:00Z", "2026-03-05T16:30:00Z", "upcoming"), (visit.Text("startsAt"), visit.Text("endsAt"), visit.Text("status")));
        Assert.Equal("2026-03-05T13:00:00Z 2026-03-05T18:30:00Z upcoming", visit.Window());
        Assert.Equal(booking.GetRawText(), (await desk.ReadAsync(booking.Id())).GetRawText());
    }

    [Fact]
    public async Task Without_a_sitter_there_is_no_window()
    {
        var desk = await OpenAsync(product);
        var booking = await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z"));
        Assert.Equal("", Assert.Single(booking.Visits()).Window());
    }

    [Fact]
    public async Task A_weekly_series_keeps_its_hour_and_is_made_eight_weeks_ahead()
    {
        var desk = await OpenAsync(product);
        var booking = await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z", recurrence: "weekly"));
        var starts = booking.Visits().ConvertAll(visit => visit.Text("startsAt"));
        Assert.Equal(8, starts.Count);
        Assert.Equal(("2026-03-05T15:00:00Z", "2026-03-12T14:00:00Z", "2026-04-23T14:00:00Z"), (starts[0], starts[1], starts[^1]));
    }

    [Fact]
    public async Task A_series_has_its_last_visit_on_the_last_day()
    {
        var desk = await OpenAsync(product);
        var client = await desk.ClientAsync();
        var booking = await desk.BookAsync(Form(client, "2026-03-05T15:00Z", "2026-03-05T16:00Z", recurrence: "weekly", until: "2026-03-19"));
        Assert.Equal((3, "2026-03-19"), (booking.Visits().Count, booking.Text("until")));
    }

    [Fact]
    public async Task What_happened_is_booked_later_but_not_years_later()
    {
        var desk = await OpenAsync(product);
        var client = await desk.ClientAsync();
        await desk.RefusedAsync(Form(client, "2025-03-01T15:00Z", "2025-03-01T16:00Z"), HttpStatusCode.BadRequest, "start_out_of_range", "startsAt");
        await desk.RefusedAsync(Form(client, "2036-03-01T15:00Z", "2036-03-01T16:00Z"), HttpStatusCode.BadRequest, "start_out_of_range", "startsAt");
        var past = await desk.BookAsync(Form(client, "2025-03-05T15:00Z", "2025-03-05T16:00Z"));
        Assert.Equal("done", past.Text("status"));
    }

    [Fact]
    public async Task Each_refusal_names_its_field_and_nothing_is_half_written()
    {
        var (desk, other) = (await OpenAsync(product), await OpenAsync(product));
        var (client, foreign, theirs) = (await desk.ClientAsync(), await other.SitterAsync(), await other.ClientAsync());
        const string Start = "2026-03-05T15:00Z", End = "2026-03-05T16:00Z";
        await desk.RefusedAsync(Form(client, Start, End, service: "grooming"), HttpStatusCode.BadRequest, "unknown_service", "service");
        await desk.RefusedAsync(Form(client, End, Start), HttpStatusCode.BadRequest, "ends_before_start", "endsAt");
        await desk.RefusedAsync(Form(client, Start, Start), HttpStatusCode.BadRequest, "ends_before_start", "endsAt");
        await desk.RefusedAsync(Form(client, Start, "2026-12-05T16:00Z"), HttpStatusCode.BadRequest, "too_long", "endsAt");
        await desk.RefusedAsync(Form(client, Start, "2026-03-13T16:00Z", recurrence: "weekly"), HttpStatusCode.BadRequest, "too_long", "endsAt");
        await desk.RefusedAsync(Form(client, Start, End, foreign), HttpStatusCode.NotFound, "not_found", "sitterId");
        await desk.RefusedAsync(Form(theirs, Start, End), HttpStatusCode.NotFound, "not_found", "clientId");
        await desk.RefusedAsync(Form(client, Start, End, until: "2026-04-01"), HttpStatusCode.BadRequest, "invalid_until", "until");
        await desk.RefusedAsync(Form(client, Start, End, recurrence: "weekly", until: "2026-03-04"), HttpStatusCode.BadRequest, "invalid_until", "until");
        await desk.RefusedAsync(Form(client, Start, End, service: "meet-and-greet", recurrence: "weekly"), HttpStatusCode.BadRequest, "meet_and_greet_once", "recurrence");
        await (await desk.Office.PostAsync(Address, new { clientId = client, service = "walk", startsAt = "2026-03-05T15:00:00", endsAt = "2026-03-05T16:00:00Z" }))
            .IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
        await using var db = desk.Office.Db();
        Assert.Equal((0, 0, 0), (await db.Bookings.CountAsync(), await db.Visits.CountAsync(), await db.Windows.CountAsync()));
        Assert.Equal(0, await db.Audit.CountAsync(row => row.Action.StartsWith("booking")));
    }

    [Fact]
    public async Task An_unlisted_service_is_answered_with_the_list()
    {
        var desk = await OpenAsync(product);
        var problem = await (await desk.Office.PostAsync(Address, Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z", service: "grooming")))
            .IsProblemAsync(HttpStatusCode.BadRequest, "unknown_service");
        Assert.Equal("24/7 care drop-in house sitting meet-and-greet pet taxi walk", problem.GetProperty("services").Words());
    }

    [Fact]
    public async Task A_time_that_our_clock_skips_is_refused_with_both_readings_and_an_instant_is_not()
    {
        var desk = await OpenAsync(product);
        var client = await desk.ClientAsync();
        var problem = await (await desk.Office.PostAsync(Address, Form(client, "2026-03-08T02:30:00-05:00", "2026-03-08T05:00:00-04:00")))
            .IsProblemAsync(HttpStatusCode.BadRequest, "time_does_not_exist");
        Assert.Equal(("startsAt", "2026-03-08T06:30:00Z 2026-03-08T07:30:00Z"), (problem.Text("field"), problem.GetProperty("readings").Words()));
        await desk.BookAsync(Form(client, "2026-03-08T07:30Z", "2026-03-08T09:00Z"));
        var secondOfTwo = await desk.BookAsync(Form(client, "2026-11-01T01:30:00-05:00", "2026-11-01T03:00:00-05:00"));
        Assert.Equal("2026-11-01T06:30:00Z", Assert.Single(secondOfTwo.Visits()).Text("startsAt"));
    }

    [Fact]
    public async Task Only_clients_are_booked_for_and_only_sitters_who_work_here()
    {
        var desk = await OpenAsync(product);
        var (client, spam, merged, sitter) = (await desk.ClientAsync(), await desk.ClientAsync(), await desk.ClientAsync(), await desk.SitterAsync());
        await desk.Office.ChangeAsync(async db =>
        {
            (await db.Clients.SingleAsync(row => row.Id == spam)).Kind = ClientKind.Spam;
            (await db.Clients.SingleAsync(row => row.Id == merged)).MergedIntoId = client;
            (await db.Sitters.SingleAsync(row => row.Id == sitter)).Status = SitterStatus.Offboarded;
        });
        await desk.RefusedAsync(Form(spam, "2026-03-05T15:00Z", "2026-03-05T16:00Z"), HttpStatusCode.Conflict, "not_a_client", "clientId");
        await desk.RefusedAsync(Form(merged, "2026-03-05T15:00Z", "2026-03-05T16:00Z"), HttpStatusCode.Conflict, "client_merged", "clientId");
        await desk.RefusedAsync(Form(client, "2026-03-05T15:00Z", "2026-03-05T16:00Z", sitter), HttpStatusCode.Conflict, "sitter_offboarded", "sitterId");
    }

    [Fact]
    public async Task Bookings_are_listed_by_start_in_pages_and_by_range()
    {
        var (desk, other) = (await OpenAsync(product), await OpenAsync(product));
        var client = await desk.ClientAsync();
        await other.BookAsync(Form(await other.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z"));
        List<Guid> expected = [];
        foreach (var day in new[] { "07", "05", "06" })
        {
            expected.Add((await desk.BookAsync(Form(client, $"2026-03-{day}T15:00Z", $"2026-03-{day}T16:00Z"))).Id());
        }

        var series = (await desk.BookAsync(Form(client, "2026-03-08T15:00Z", "2026-03-08T16:00Z", recurrence: "weekly"))).Id();
        Assert.Equal([expected[1], expected[2], expected[0], series], await PagesAsync(desk, $"{Address}?limit=1"));
        Assert.Equal([expected[1]], await PagesAsync(desk, $"{Address}?limit=1&from=2026-03-05T15:30:00Z&to=2026-03-06T15:00:00Z"));
        var range = await desk.Office.GetAsync($"{Address}?from=2026-03-15T00:00:00Z&to=2026-03-16T00:00:00Z");
        Assert.Equal("2026-03-15T15:00:00Z", Assert.Single(Assert.Single(range.GetProperty("items").EnumerateArray()).Visits()).Text("startsAt"));
        await (await desk.Office.Http.GetAsync($"{Address}?cursor=nonsense")).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_cursor");
        await (await desk.Office.Http.GetAsync($"{Address}/{(await PagesAsync(other, Address))[0]}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static async Task<List<Guid>> PagesAsync(BookingOffice desk, string first)
    {
        var read = new List<Guid>();
        for (var next = first; next is not null;)
        {
            var page = await desk.Office.GetAsync(next);
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Id()));
            next = page.GetProperty("nextCursor") is { ValueKind: JsonValueKind.String } cursor ? $"{first}&cursor={cursor.GetString()}" : null;
        }

        return read;
    }
}
