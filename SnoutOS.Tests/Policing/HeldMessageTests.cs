using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

/// <summary>What the owner does with a message that was held back.</summary>
public sealed class HeldMessageTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Sent_anyway_it_reaches_the_client_once_and_the_sitter_sees_it()
    {
        var day = await PolicedDay.OpenAsync(product);
        var id = await day.AttemptAsync();
        await (await day.ForceAsync(id, "  ")).IsProblemAsync(HttpStatusCode.BadRequest, "reason_required");
        var sent = await (await day.ForceAsync(id)).JsonAsync();
        Assert.Equal(("queued", "blocked force_sent"), (sent.Text("status"), sent.GetProperty("flags").Words()));
        await (await day.ForceAsync(id)).IsProblemAsync(HttpStatusCode.Conflict, "not_blocked");
        await (await day.DismissAsync(id)).IsProblemAsync(HttpStatusCode.Conflict, "not_blocked");

        await day.SendAsync(PolicedDay.Clean);
        var texts = await day.SentToRobinAsync(2);
        Assert.Equal([$"Happy Tails, Ana here: {PolicedDay.Poaching}", PolicedDay.Clean], texts);
        Assert.Equal($"{PolicedDay.Clean}|{PolicedDay.Poaching}", string.Join('|', (await day.AnasMessagesAsync()).Select(message => message.Text("body"))));
        Assert.Equal("", string.Concat((await day.AnasMessagesAsync()).Select(message => message.GetProperty("flags").Words() + message.GetProperty("findings").Words())));
        Assert.Equal(["owner|phone_number|It is her vet's"], await day.AuditAsync("message.force_sent"));
        Assert.Empty((await day.Office.GetAsync($"{PolicedDay.Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
        Assert.Equal(1, (await day.Office.GetAsync("/api/messages/diagnostics")).GetProperty("antiPoachingBlocked").GetInt32());
    }

    [Fact]
    public async Task Stop_refuses_it()
    {
        var day = await PolicedDay.OpenAsync(product);
        var id = await day.AttemptAsync();
        await day.TextAsync("STOP");
        await (await day.ForceAsync(id)).IsProblemAsync(HttpStatusCode.Conflict, "recipient_opted_out");
        Assert.Equal("blocked", (await day.MessagesAsync())[1].Text("status"));
    }

    [Fact]
    public async Task After_the_window_it_asks_once_more()
    {
        var day = await PolicedDay.OpenAsync(product);
        var id = await day.AttemptAsync();
        await using (var db = day.Office.Db())
        {
            var now = product.Clock.GetUtcNow();
            await db.Windows.Where(row => row.OpensAt <= now).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.ClosesAt, now));
        }

        await (await day.ForceAsync(id)).IsProblemAsync(HttpStatusCode.Conflict, "window_closed");
        (await day.ForceAsync(id, afterWindow: true)).EnsureSuccessStatusCode();
        Assert.Single(await day.SentToRobinAsync(1));
    }

    [Fact]
    public async Task Dismissed_it_stays_where_it_is_and_the_inbox_is_empty_again()
    {
        var day = await PolicedDay.OpenAsync(product);
        var id = await day.AttemptAsync();
        Assert.Equal("dismissed", (await (await day.DismissAsync(id)).JsonAsync()).Text("status"));
        await (await day.ForceAsync(id)).IsProblemAsync(HttpStatusCode.Conflict, "not_blocked");
        Assert.Empty((await day.Office.GetAsync($"{PolicedDay.Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
        await day.SendAsync(PolicedDay.Clean);
        Assert.Single(await day.SentToRobinAsync(1));
    }

    [Fact]
    public async Task A_false_alarm_can_put_what_was_found_on_the_allow_list()
    {
        var day = await PolicedDay.OpenAsync(product);
        var id = await day.AttemptAsync();
        (await day.DismissAsync(id, falsePositive: true, allow: true)).EnsureSuccessStatusCode();
        await day.SendAsync(PolicedDay.Poaching);
        await using var db = day.Office.Db();
        Assert.Equal("+12125550142", (await db.AllowedContacts.SingleAsync()).Value);
    }

    [Fact]
    public async Task Another_business_finds_nothing()
    {
        var day = await PolicedDay.OpenAsync(product);
        var id = await day.AttemptAsync();
        var other = await product.OpenOfficeAsync();
        foreach (var act in (string[])["force-send", "dismiss"])
        {
            await (await other.PostAsync($"/api/messages/{id}/{act}", new { reason = "mine" })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        await (await other.PostAsync($"/api/messages/{id}/reveal", new { index = 0 })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
    }
}
