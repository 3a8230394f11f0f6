using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Sitters;

/// <summary>
/// A client texts, a sitter reads and answers, and the window opens and closes around it: over the API, with a real
/// database and the provider by script.
/// </summary>
public sealed class SitterFlowTests(Product product) : IClassFixture<Product>
{
    private const string Threads = "/api/messages/threads";

    [Fact]
    public async Task A_text_inside_the_window_reaches_the_sitter_and_nobody_has_to_pass_it_on()
    {
        var day = await DayAsync();
        var thread = await day.TextAsync("Biscuit is by the door");
        var seen = Assert.Single((await day.AnasAsync(Threads)).GetProperty("items").EnumerateArray());
        Assert.Equal((thread, "Robin", 1, "active"), (seen.Id(), Name(seen), seen.GetProperty("unread").GetInt32(), seen.Text("windowStatus")));
        Assert.Equal(day.ClosesAt, seen.GetProperty("windowEndsAt").GetDateTimeOffset());
        var message = Assert.Single((await day.AnasAsync($"{Threads}/{thread}/messages")).GetProperty("items").EnumerateArray());
        Assert.Equal(("Biscuit is by the door", "Robin"), (message.Text("body"), message.GetProperty("author").Text("name")));
        Assert.Equal(JsonValueKind.Null, message.GetProperty("routing").ValueKind);

        var route = await day.Desk.Office.GetAsync($"/api/messages/{message.Id()}/routing");
        Assert.Equal(("sitter", "active_window", day.Ana.SitterId!.Value), (route.Text("target"), route.Text("reason"), route.GetProperty("sitterId").GetGuid()));
        Assert.Empty((await day.Desk.Office.GetAsync($"{Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_the_sitter_does_not_open_in_a_quarter_of_an_hour_the_owner_sees_too()
    {
        var day = await DayAsync();
        var thread = await day.TextAsync("Hello?");
        product.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Empty((await day.Desk.Office.GetAsync($"{Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
        product.Clock.Advance(TimeSpan.FromMinutes(2));
        var waiting = Assert.Single((await day.Desk.Office.GetAsync($"{Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
        Assert.Equal(thread, waiting.Id());
        Assert.Contains("urgent", waiting.GetProperty("flags").Words(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await day.AnaHttp.PostAsJsonAsync($"{Threads}/{thread}/read", new { })).StatusCode);
        Assert.Empty((await day.Desk.Office.GetAsync($"{Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_first_words_name_the_business_and_the_sitter_and_the_next_do_not()
    {
        var day = await DayAsync();
        var thread = await day.TextAsync("Hi");
        await day.SayAsync(thread, "On my way");
        await day.SayAsync(thread, "Here now");
        var texts = await SentToAsync(day.Phone, 2);
        Assert.Equal(["Happy Tails, Ana here: On my way", "Here now"], texts);
    }

    [Fact]
    public async Task A_sitter_writes_until_the_last_microsecond_and_not_in_the_next()
    {
        var day = await DayAsync();
        var thread = await day.TextAsync("Hi");
        product.Clock.SetUtcNow(day.ClosesAt.AddMicroseconds(-1));
        Assert.Equal(HttpStatusCode.Created, (await day.WriteAsync(thread, "Bye for today")).StatusCode);
        product.Clock.SetUtcNow(day.ClosesAt);
        var refused = await (await day.WriteAsync(thread, "One more")).IsProblemAsync(HttpStatusCode.Conflict, "window_closed");

        // The clocks go forward in between, and the walk keeps its time on the wall.
        Assert.Equal(day.OpensAt.AddDays(7).AddHours(-1), refused.GetProperty("nextWindowStartsAt").GetDateTimeOffset());
        var report = await day.Desk.Office.GetAsync("/api/messages/diagnostics");
        Assert.Equal(1, report.GetProperty("sitterNoActiveWindow").GetInt32());
        await using var db = day.Desk.Office.Db();
        Assert.Equal(1, await db.Messages.CountAsync(row => row.Direction == Direction.Outbound));
    }

    [Fact]
    public async Task A_closed_composer_still_tells_the_office_and_never_the_client()
    {
        var day = await DayAsync();
        var thread = await day.TextAsync("Hi");
        await day.AnaHttp.PostAsJsonAsync($"{Threads}/{thread}/read", new { });
        product.Clock.SetUtcNow(day.ClosesAt);
        var before = product.Provider.Asked.Count;
        Assert.Equal(HttpStatusCode.Created, (await day.AnaHttp.PostAsJsonAsync($"{Threads}/{thread}/office-note", new { body = "I left the key inside" })).StatusCode);
        var waiting = Assert.Single((await day.Desk.Office.GetAsync($"{Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
        Assert.Contains("office_note", waiting.GetProperty("flags").Words(), StringComparison.Ordinal);
        Assert.Equal("note", (await day.Desk.Office.GetAsync($"{Threads}/{thread}/messages")).GetProperty("items")[0].Text("purpose"));
        Assert.Equal(before, product.Provider.Asked.Count);
    }

    [Fact]
    public async Task A_locked_sitter_cannot_write_and_what_comes_in_goes_to_the_owner()
    {
        var day = await DayAsync();
        var thread = await day.TextAsync("Hi");
        await day.Desk.Office.ChangeAsync(async db =>
            (await db.Sitters.SingleAsync(row => row.Id == day.Ana.SitterId)).Status = SitterStatus.Locked);
        await (await day.WriteAsync(thread, "Hello")).IsProblemAsync(HttpStatusCode.Locked, "sitter_locked");
        await day.TextAsync("Are you there?");
        await using var db = day.Desk.Office.Db();
        var newest = await db.RoutingDecisions.OrderByDescending(row => row.DecidedAt).FirstAsync();
        Assert.Equal((RoutingReason.SitterUnavailable, (Guid?)null), (newest.Reason, newest.SitterId));
    }

    [Fact]
    public async Task What_the_owner_writes_is_the_sitters_to_see_only_where_the_last_text_went_to_them_or_the_owner_says_so()
    {
        var day = await DayAsync();
        var thread = await day.TextAsync("Hi");
        await day.Desk.Office.WriteAsync(thread, new { body = "Seen, her text was Ana's" });
        await day.Desk.Office.WriteAsync(thread, new { body = "Between us", sitterSees = false });
        var seen = (await day.AnasAsync($"{Threads}/{thread}/messages")).GetProperty("items").EnumerateArray().Select(item => item.Text("body"));
        Assert.Equal("Seen, her text was Ana's|Hi", string.Join('|', seen));
        var row = Assert.Single((await day.AnasAsync(Threads)).GetProperty("items").EnumerateArray());
        Assert.Equal("Seen, her text was Ana's", row.Text("lastMessagePreview"));
    }

    [Fact]
    public async Task Messages_that_went_to_the_owner_can_be_handed_over_into_the_sitters_own_conversation()
    {
        var day = await DayAsync();
        var desk = await day.Desk.Office.TextInAsync(day.Phone, "Could Ana use the side door?");
        var handed = await (await day.Desk.Office.PostAsync($"{Threads}/{desk}/hand-over", new { })).JsonAsync();
        Assert.Equal((day.Ana.SitterId!.Value, 1), (handed.GetProperty("sitter").Id(), handed.GetProperty("messages").GetInt32()));
        var row = Assert.Single((await day.AnasAsync(Threads)).GetProperty("items").EnumerateArray());
        Assert.NotEqual(desk, row.Id());
        Assert.Equal("sitter", row.GetProperty("number").Text("class"));
        Assert.Equal("Could Ana use the side door?", (await day.AnasAsync($"{Threads}/{row.Id()}/messages")).GetProperty("items")[0].Text("body"));
        await (await day.AnaHttp.GetAsync($"{Threads}/{desk}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Empty((await day.Desk.Office.GetAsync($"{Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Nothing_is_handed_over_onto_the_front_desk_where_no_other_number_is_left()
    {
        var desk = await BookingOffice.OpenAsync(product);
        var cleo = await desk.SitterAsync("Cleo Hart");
        var phone = Businesses.NextNumber();
        var client = (await (await desk.Office.PostAsync("/api/clients", new { name = "Robin Vale", phones = new[] { phone.E164 } })).JsonAsync()).Id();
        var now = product.Clock.GetUtcNow();
        await desk.BookAsync(new { clientId = client, service = "walk", startsAt = now.ToString("O"), endsAt = now.AddMinutes(30).ToString("O"), sitterId = cleo });
        var thread = await desk.Office.TextInAsync(phone, "Is anybody there?");
        await (await desk.Office.PostAsync($"{Threads}/{thread}/hand-over", new { })).IsProblemAsync(HttpStatusCode.Conflict, "nobody_there");
        await using var db = desk.Office.Db();
        Assert.Equal((0, 0), (await db.SitterConversations.CountAsync(), await db.SharedMessages.CountAsync()));
        Assert.NotNull((await db.Threads.SingleAsync()).NeedsOwnerSince);
    }

    [Fact]
    public async Task Another_sitter_and_a_sitter_whose_windows_are_over_find_nothing()
    {
        var day = await DayAsync();
        var thread = await day.TextAsync("Hi");
        var ben = await product.App.HireAsync(day.Desk.Office.Id, Role.Sitter, "Ben Ortiz");
        using var benHttp = await product.App.SignedInAsync(ben.Email);
        Assert.Empty((await (await benHttp.GetAsync(Threads)).JsonAsync()).GetProperty("items").EnumerateArray());
        await (await benHttp.GetAsync($"{Threads}/{thread}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await benHttp.PostAsJsonAsync($"{Threads}/{thread}/messages", new { body = "Hi" })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");

        await day.CancelAllAsync();
        Assert.Empty((await day.AnasAsync(Threads)).GetProperty("items").EnumerateArray());
        await (await day.AnaHttp.GetAsync($"{Threads}/{thread}")).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_message_that_waits_while_its_window_is_cancelled_does_not_leave()
    {
        var day = await DayAsync();
        var thread = await day.TextAsync("Hi");
        product.Provider.Answer(new Domain.Sending.SendOutcome.NotTaken(TimeSpan.FromSeconds(30), "busy"));
        var message = (await (await day.WriteAsync(thread, "On my way")).JsonAsync()).Id();
        await Until.TrueAsync(async () =>
        {
            await using var db = day.Desk.Office.Db();
            return (await db.Outbox.SingleAsync(row => row.MessageId == message)).Attempts == 1;
        });
        await day.CancelAllAsync();
        product.Clock.Advance(TimeSpan.FromMinutes(1));
        await day.Desk.Office.StatusIsAsync(message, MessageStatus.Expired);
    }

    private async Task<string[]> SentToAsync(PhoneNumber phone, int count)
    {
        await Until.TrueAsync(() =>
        {
            product.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return Task.FromResult(product.Provider.Asked.Count(sms => sms.To == phone) >= count);
        });
        return [.. product.Provider.Asked.Where(sms => sms.To == phone).Select(sms => sms.Body)];
    }

    private static string? Name(JsonElement thread) => thread.GetProperty("client").GetProperty("name").GetString();

    /// <summary>A weekly walk of Ana's with Robin that has just begun.</summary>
    private async Task<Day> DayAsync()
    {
        var desk = await BookingOffice.OpenAsync(product);
        var ana = await product.App.HireAsync(desk.Office.Id, Role.Sitter, "Ana Silva");
        await desk.NumberAsync("sitter", ana.SitterId);
        var phone = Businesses.NextNumber();
        var client = (await (await desk.Office.PostAsync("/api/clients", new { name = "Robin Vale", phones = new[] { phone.E164 } })).JsonAsync()).Id();
        var now = product.Clock.GetUtcNow();
        var booking = await (await desk.Office.PostAsync(BookingOffice.Address, new
        {
            clientId = client,
            service = "walk",
            startsAt = now.ToString("O"),
            endsAt = now.AddMinutes(30).ToString("O"),
            recurrence = "weekly",
            sitterId = ana.SitterId,
        })).JsonAsync();
        var number = await NumberOfAsync(desk, ana.SitterId!.Value);
        return new Day(product, desk, ana, await product.App.SignedInAsync(ana.Email), phone, number, booking, now.AddHours(-1), now.AddMinutes(90));
    }

    private static async Task<PhoneNumber> NumberOfAsync(BookingOffice desk, Guid sitterId)
    {
        await using var db = desk.Office.Db();
        return (await db.Numbers.SingleAsync(row => row.SitterId == sitterId)).Phone;
    }

    private sealed record Day(
        Product Product, BookingOffice Desk, Person Ana, HttpClient AnaHttp, PhoneNumber Phone, PhoneNumber Number, JsonElement Booking, DateTimeOffset OpensAt, DateTimeOffset ClosesAt)
    {
        public Task<Guid> TextAsync(string body) => Desk.Office.TextInAsync(Phone, body, Number);

        public async Task<JsonElement> AnasAsync(string path) => await (await AnaHttp.GetAsync(path)).JsonAsync();

        public Task<HttpResponseMessage> WriteAsync(Guid thread, string body) => AnaHttp.PostAsJsonAsync($"{Threads}/{thread}/messages", new { body });

        /// <summary>The walk that is running, which a change of the series leaves alone, and those to come.</summary>
        public async Task CancelAllAsync()
        {
            (await Desk.CancelAsync(Booking.Id(), "visit", Booking.Visits()[0].Id())).EnsureSuccessStatusCode();
            (await Desk.CancelAsync(Booking.Id(), "series")).EnsureSuccessStatusCode();
        }

        public async Task SayAsync(Guid thread, string body)
        {
            Assert.Equal(HttpStatusCode.Created, (await WriteAsync(thread, body)).StatusCode);
            Product.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
