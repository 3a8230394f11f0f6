using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Support;
using static SnoutOS.Tests.Bookings.BookingOffice;

namespace SnoutOS.Tests.Bookings;

/// <summary>Services and their buffers. It is March 4, noon in New York, 17:00 in UTC.</summary>
public sealed class ServicesTests(Product product) : IClassFixture<Product>
{
    private const string Services = "/api/services";

    [Fact]
    public async Task A_business_begins_with_the_usual_services()
    {
        var office = await product.OpenOfficeAsync();
        var listed = (await office.GetAsync(Services)).GetProperty("items").EnumerateArray().Select(item =>
            $"{item.Text("code")} {item.Text("beforeMinutes")}/{item.Text("afterMinutes")}");
        Assert.Equal(["24_7_care 120/120", "drop_in 60/60", "house_sitting 120/120", "meet_and_greet 60/60", "pet_taxi 60/60", "walk 60/60"], listed.ToList());
    }

    [Fact]
    public async Task A_new_service_has_the_usual_buffers_and_can_be_booked()
    {
        var desk = await OpenAsync(product);
        var added = await (await desk.Office.PostAsync(Services, new { name = "Puppy  visit" })).JsonAsync();
        Assert.Equal(("puppy_visit", "60", "60"), (added.Text("code"), added.Text("beforeMinutes"), added.Text("afterMinutes")));
        await (await desk.Office.PostAsync(Services, new { name = "PUPPY-VISIT" })).IsProblemAsync(HttpStatusCode.Conflict, "service_exists");
        await (await desk.Office.PostAsync(Services, new { name = " - " })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_name");
        await (await desk.Office.PostAsync(Services, new { name = "Bath", beforeMinutes = -1 })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_buffers");
        await desk.BookAsync(Form(await desk.ClientAsync(), "2026-03-05T15:00Z", "2026-03-05T16:00Z", service: "puppy visit"));
    }

    [Fact]
    public async Task A_change_of_buffers_is_shown_first_and_moves_windows_that_have_not_ended()
    {
        var desk = await OpenAsync(product);
        var (client, ana) = (await desk.ClientAsync(), await desk.SitterAsync());
        var ended = await desk.BookAsync(Form(client, "2026-03-04T14:00Z", "2026-03-04T15:30Z", ana));
        var running = await desk.BookAsync(Form(client, "2026-03-04T16:30Z", "2026-03-04T17:30Z", ana));
        var ahead = await desk.BookAsync(Form(client, "2026-03-05T15:00Z", "2026-03-05T16:00Z", ana));
        await desk.BookAsync(Form(client, "2026-03-05T15:00Z", "2026-03-05T16:00Z", ana, "drop-in"));

        var preview = await ChangeAsync(desk, 30, 180, "?preview=true");
        Assert.Equal(
            ["2026-03-04T15:30:00Z-2026-03-04T18:30:00Z to 2026-03-04T16:00:00Z-2026-03-04T20:30:00Z", "2026-03-05T14:00:00Z-2026-03-05T17:00:00Z to 2026-03-05T14:30:00Z-2026-03-05T19:00:00Z"],
            preview.GetProperty("windows").EnumerateArray().Select(shift => $"{Span(shift, "from")} to {Span(shift, "to")}").ToList());
        Assert.Equal(ahead.GetRawText(), (await desk.ReadAsync(ahead.Id())).GetRawText());

        var change = await ChangeAsync(desk, 30, 180, "");
        Assert.Equal(preview.GetRawText(), change.GetRawText());
        Assert.Equal("2026-03-05T14:30:00Z 2026-03-05T19:00:00Z upcoming", (await desk.ReadAsync(ahead.Id())).Visits()[0].Window());
        Assert.Equal("2026-03-04T16:00:00Z 2026-03-04T20:30:00Z active", (await desk.ReadAsync(running.Id())).Visits()[0].Window());
        Assert.Equal(ended.GetRawText(), (await desk.ReadAsync(ended.Id())).GetRawText());
        Assert.Empty((await ChangeAsync(desk, 30, 180, "")).GetProperty("windows").EnumerateArray());
        await using var db = desk.Office.Db();
        Assert.Equal(2, await db.Audit.CountAsync(row => row.Action == "service.changed"));
    }

    [Fact]
    public async Task Only_listed_services_with_sane_buffers_are_changed()
    {
        var office = await product.OpenOfficeAsync();
        var sane = new { beforeMinutes = 1, afterMinutes = 1 };
        await (await office.Http.PutAsJsonAsync($"{Services}/grooming", sane)).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await office.Http.PutAsJsonAsync($"{Services}/walk", new { beforeMinutes = 1, afterMinutes = 1441 })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_buffers");
        await (await office.Http.PutAsJsonAsync($"{Services}/walk", new { beforeMinutes = 1 })).IsProblemAsync(HttpStatusCode.BadRequest, "invalid_request");
    }

    private static async Task<JsonElement> ChangeAsync(BookingOffice desk, int beforeMinutes, int afterMinutes, string query) =>
        await (await desk.Office.Http.PutAsJsonAsync($"{Services}/walk{query}", new { beforeMinutes, afterMinutes })).JsonAsync();

    private static string Span(JsonElement shift, string name) => $"{shift.GetProperty(name).Text("opensAt")}-{shift.GetProperty(name).Text("closesAt")}";
}
