using System.Net;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

/// <summary>What a business's own rules change, in both directions.</summary>
public sealed class RulesTests(Product product) : IClassFixture<Product>
{
    private const string ClientsNumber = "Call me on 212-555-0199 please";

    [Fact]
    public async Task A_clients_number_is_masked_for_the_sitter_and_whole_for_the_owner()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.TextAsync(ClientsNumber);
        var seen = Assert.Single(await day.AnasMessagesAsync());
        Assert.Equal(("Call me on [hidden] please", "", ""), (seen.Text("body"), seen.GetProperty("flags").Words(), seen.GetProperty("findings").Words()));
        var row = Assert.Single((await day.AnasAsync(PolicedDay.Threads)).GetProperty("items").EnumerateArray());
        Assert.Equal(("Call me on [hidden] please", ""), (row.Text("lastMessagePreview"), row.GetProperty("flags").Words()));

        var whole = Assert.Single(await day.MessagesAsync());
        Assert.Equal((ClientsNumber, "masked"), (whole.Text("body"), whole.GetProperty("flags").Words()));
        var thread = await day.Office.GetAsync($"{PolicedDay.Threads}/{day.Thread}");
        Assert.Contains("flagged", thread.GetProperty("flags").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_reveals_what_is_masked_once_and_it_is_audited()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.TextAsync(ClientsNumber);
        var id = (await day.MessagesAsync())[0].Id();
        var revealed = await (await day.Office.PostAsync($"/api/messages/{id}/reveal", new { index = 0 })).JsonAsync();
        Assert.Equal("False", revealed.GetProperty("findings")[0].Text("hidden"));
        await (await day.Office.PostAsync($"/api/messages/{id}/reveal", new { index = 0 })).IsProblemAsync(HttpStatusCode.Conflict, "not_hidden");
        await (await day.Office.PostAsync($"/api/messages/{id}/reveal", new { index = 7 })).IsProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(ClientsNumber, (await day.AnasMessagesAsync())[0].Text("body"));
        var row = Assert.Single((await day.AnasAsync(PolicedDay.Threads)).GetProperty("items").EnumerateArray());
        Assert.Equal(ClientsNumber, row.Text("lastMessagePreview"));
        Assert.Equal(["owner|phone_number|"], await day.AuditAsync("message.span_revealed"));
    }

    [Fact]
    public async Task What_went_to_the_owner_is_a_note_and_masked_when_it_is_handed_over()
    {
        var day = await PolicedDay.OpenAsync(product);
        var desk = await day.Office.TextInAsync(day.Phone, ClientsNumber);
        Assert.Equal("", (await day.MessagesAsync(desk))[0].GetProperty("flags").Words());
        (await day.Office.PostAsync($"{PolicedDay.Threads}/{desk}/hand-over", new { })).EnsureSuccessStatusCode();
        Assert.Equal("Call me on [hidden] please", Assert.Single(await day.AnasMessagesAsync()).Text("body"));
    }

    [Fact]
    public async Task A_business_can_hold_clients_messages_back_and_they_are_answered_once()
    {
        var day = await PolicedDay.OpenAsync(product);
        await SaveAsync(day, RuleSet.Usual with { ClientToSitter = new PoachingPolicy(PoachingAction.Block) });
        await day.TextAsync(ClientsNumber);
        await day.TextAsync(ClientsNumber);
        Assert.Empty(await day.AnasMessagesAsync());
        Assert.Contains("could not pass on your last message", Assert.Single(await day.SentToRobinAsync(1)), StringComparison.Ordinal);
        var held = (await day.MessagesAsync()).Where(message => message.Text("direction") == "inbound").ToList();
        Assert.All(held, message => Assert.Equal("blocked", message.Text("status")));

        (await day.ForceAsync(held[0].Id())).EnsureSuccessStatusCode();
        Assert.Equal(ClientsNumber, Assert.Single(await day.AnasMessagesAsync()).Text("body"));
        (await day.DismissAsync(held[1].Id())).EnsureSuccessStatusCode();
        Assert.Single(await day.AnasMessagesAsync());
        Assert.Equal("active", await day.AnasStatusAsync());
    }

    [Theory]
    [InlineData(PoachingAction.Off, PolicedDay.Poaching, "")]
    [InlineData(PoachingAction.Flag, PolicedDay.Poaching, "flagged")]
    [InlineData(PoachingAction.Mask, "Any time! My cell is [hidden].", "masked")]
    public async Task A_sitters_number_leaves_as_the_rules_say(PoachingAction action, string sent, string flags)
    {
        var day = await PolicedDay.OpenAsync(product);
        await SaveAsync(day, RuleSet.Usual with { SitterToClient = new PoachingPolicy(action) });
        await day.SendAsync(PolicedDay.Poaching);
        Assert.Equal([$"Happy Tails, Ana here: {sent}"], await day.SentToRobinAsync(1));
        var message = Assert.Single(await day.MessagesAsync());
        Assert.Equal((PolicedDay.Poaching, flags), (message.Text("body"), message.GetProperty("flags").Words()));
        Assert.Equal(0, (await day.Office.GetAsync("/api/messages/diagnostics")).GetProperty("antiPoachingBlocked").GetInt32());
    }

    [Fact]
    public async Task The_first_messages_of_a_new_sitter_wait_for_the_owner()
    {
        var day = await PolicedDay.OpenAsync(product);
        await SaveAsync(day, RuleSet.Usual with { ApproveFirst = 1 });
        var id = await day.SendAsync(PolicedDay.Clean);
        Assert.Equal("queued", Assert.Single(await day.AnasMessagesAsync()).Text("status"));
        var waiting = Assert.Single((await day.Office.GetAsync($"{PolicedDay.Threads}?inbox=owner")).GetProperty("items").EnumerateArray());
        Assert.Contains("held", waiting.GetProperty("flags").Words(), StringComparison.Ordinal);
        Assert.Equal("awaits_approval", (await day.MessagesAsync())[0].GetProperty("flags").Words());

        product.Clock.Advance(TimeSpan.FromMinutes(30));
        (await day.ForceAsync(id, "Fine")).EnsureSuccessStatusCode();
        Assert.Equal([$"Happy Tails, Ana here: {PolicedDay.Clean}"], await day.SentToRobinAsync(1));
        await day.Office.StatusIsAsync(id, MessageStatus.Sending);
        await day.Office.ChangeAsync(async db => (await db.Messages.SingleAsync(row => row.Id == id)).SentAt = product.Clock.GetUtcNow());
        await day.SendAsync("Second");
        Assert.Equal(2, (await day.SentToRobinAsync(2)).Length);
    }

    [Fact]
    public async Task What_nobody_approved_expires_with_the_window()
    {
        var day = await PolicedDay.OpenAsync(product);
        await SaveAsync(day, RuleSet.Usual with { ApproveFirst = 5 });
        var id = await day.SendAsync(PolicedDay.Clean);
        product.Clock.Advance(TimeSpan.FromMinutes(91));
        await day.Office.StatusIsAsync(id, MessageStatus.Expired);
        await (await day.ForceAsync(id)).IsProblemAsync(HttpStatusCode.Conflict, "not_blocked");
        await using var db = day.Office.Db();
        Assert.Equal(0, (await db.Threads.SingleAsync(row => row.Id == day.Thread)).HeldCount);
    }

    private Task<bool> SaveAsync(PolicedDay day, RuleSet rules) =>
        product.App.Get<RuleBook>().SaveAsync(day.Office.Owner, rules, CancellationToken.None);
}
