using System.Diagnostics;
using System.Globalization;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>A page whose server goes away and comes back: the same conversation, nothing missing, nothing lost.</summary>
public sealed class ReconnectTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Lost = "html[data-connection=lost]";

    private static readonly float Outage = (float)TimeSpan.FromSeconds(15).TotalMilliseconds;

    [Fact]
    public async Task A_cut_connection_comes_back_to_the_same_page_with_what_arrived_meanwhile()
    {
        var desk = await Desk.OpenAsync(App);
        var maya = await desk.AddClientAsync("Maya Lindqvist");
        await using var wire = new Wire(App.Address);
        var owner = await OwnerAtAsync(wire.Address, desk, maya);
        await owner.Page.EvaluateAsync("() => { window.isTheSamePage = true; }");

        wire.Cut();
        await Expect(owner.Find(Lost)).ToHaveCountAsync(1);
        await Expect(owner.Page.GetByText("Connection lost.")).ToBeVisibleAsync();
        await owner.Composer.PressSequentiallyAsync(" and ate");
        await desk.TextAsync(maya, "Are you still there?");
        await Expect(owner.Bubble("Are you still there?")).ToHaveCountAsync(0);

        wire.Mend();
        await Expect(owner.Bubble("Are you still there?")).ToBeVisibleAsync(new() { Timeout = Outage });
        await Expect(owner.Find(Lost)).ToHaveCountAsync(0);
        await Expect(owner.Composer).ToHaveValueAsync("Biscuit slept and ate");
        Assert.True(await owner.Page.EvaluateAsync<bool>("() => window.isTheSamePage === true"), "the page was loaded again");

        await owner.Composer.PressAsync("Enter");
        await Expect(owner.Bubble("Biscuit slept and ate")).ToContainTextAsync("Delivered");
        Assert.Equal("Biscuit slept and ate", Assert.Single(desk.ArrivedAt(maya)));
    }

    [Fact]
    public async Task After_a_restart_of_the_server_the_page_finds_its_conversation_and_draft()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Demo = true });
        var desk = await Desk.OpenAsync(app);
        var maya = await desk.AddClientAsync("Maya Lindqvist");
        var owner = await OwnerAtAsync(app.Address, desk, maya);

        var restart = app.RestartAsync();
        await Expect(owner.Find(Lost)).ToHaveCountAsync(1, new() { Timeout = Outage });
        await owner.Composer.PressSequentiallyAsync(" and ate");
        await restart;
        var since = Stopwatch.GetTimestamp();
        await desk.TextAsync(maya, "Are you still there?");

        await Expect(owner.Bubble("Are you still there?")).ToBeVisibleAsync(new() { Timeout = Outage });
        Artifacts.Figure("Page back after a restart", string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s"));
        await Expect(owner.Bubble("Hello!")).ToBeVisibleAsync();
        await Expect(owner.Page).ToHaveURLAsync(new Uri(app.Address, $"/messages/{maya.ThreadId}").ToString());
        await Expect(owner.Composer).ToHaveValueAsync("Biscuit slept and ate");
    }

    /// <summary>The owner with a conversation open and an answer begun.</summary>
    private async Task<Visitor> OwnerAtAsync(Uri address, Desk desk, DeskClient client)
    {
        await desk.TextAsync(client, "Hello!");
        var owner = await ArriveAtAsync(address);
        owner.Tolerate("ERR_");
        owner.Tolerate("WebSocket");
        owner.Tolerate("Connection disconnected");
        owner.Tolerate("Failed to fetch");
        owner.Tolerate("Failed to complete negotiation");
        owner.Tolerate("Failed to start the connection");
        await owner.SignInAsync(desk.OwnerEmail);
        await owner.IsInteractiveAsync();
        await owner.OpenAsync($"/messages/{client.ThreadId}");
        await Expect(owner.Bubble("Hello!")).ToBeVisibleAsync();
        await owner.Composer.PressSequentiallyAsync("Biscuit slept");
        return owner;
    }
}
