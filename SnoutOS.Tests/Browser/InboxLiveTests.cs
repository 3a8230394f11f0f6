using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>The list of conversations while it is looked at: nobody reloads anything here.</summary>
public sealed class InboxLiveTests(Chromium chromium) : BrowserTest(chromium)
{
    // A little with each frame, as a hand does, until the row is there.
    private const string ScrollDown = """
        name => new Promise(resolve => {
          const look = () => {
            const row = [...document.querySelectorAll("[data-row]")].find(row => row.querySelector(".name").textContent === name);
            if (row) {
              row.scrollIntoView({ block: "nearest" });
              resolve();
            } else {
              document.querySelector(".rows").scrollBy(0, 60);
              requestAnimationFrame(look);
            }
          };
          look();
        })
        """;

    [Fact]
    public async Task Who_writes_comes_first_and_is_counted_until_read()
    {
        var desk = await Desk.OpenAsync(App);
        var clients = await desk.AddClientsAsync(["Maya Lindqvist", "Theo Grant"], TimeSpan.FromHours(1));
        var (maya, theo) = (clients[0], clients[1]);
        var owner = await OwnerOfAsync(desk);
        await Expect(owner.Find("[data-row] .name")).ToHaveTextAsync(["Maya Lindqvist", "Theo Grant"]);

        await desk.TextAsync(theo, "Pickles is limping.");
        await Expect(owner.Find("[data-row] .name")).ToHaveTextAsync(["Theo Grant", "Maya Lindqvist"]);
        await desk.TextAsync(theo, "The left paw.");
        await Expect(owner.Row(theo.Name).Locator(".badge")).ToHaveAccessibleNameAsync("2 unread");
        await Expect(owner.Page).ToHaveTitleAsync("(1) Messages · SnoutOS");
        await Expect(owner.Row(maya.Name).Locator(".badge")).ToHaveCountAsync(0);

        await owner.Row(theo.Name).ClickAsync();
        await Expect(owner.Bubble("The left paw.")).ToBeVisibleAsync();
        await Expect(owner.Row(theo.Name).Locator(".badge")).ToHaveCountAsync(0);
        await Expect(owner.Page).ToHaveTitleAsync("Messages · SnoutOS");
    }

    [Fact]
    public async Task What_waits_for_the_owner_leaves_the_owner_inbox_when_handled()
    {
        var desk = await Desk.OpenAsync(App);
        var maya = await desk.AddClientAsync("Maya Lindqvist");
        await desk.AddClientAsync("Theo Grant");
        var owner = await OwnerOfAsync(desk);
        await desk.TextAsync(maya, "Could you call me?");

        var tab = owner.Page.GetByRole(AriaRole.Link, new() { Name = "Owner Inbox" });
        await Expect(tab).ToContainTextAsync("1 waiting");
        await tab.ClickAsync();
        await Expect(owner.Find("[data-row] .name")).ToHaveTextAsync(["Maya Lindqvist"]);

        await owner.Row(maya.Name).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Mark as handled" }).ClickAsync();
        await Expect(owner.Page.GetByText("Nothing needs you")).ToBeVisibleAsync();
        await Expect(owner.Bubble("Could you call me?")).ToBeVisibleAsync();
        await Expect(tab).Not.ToContainTextAsync("waiting");
    }

    [Fact]
    public async Task Two_hundred_conversations_are_read_as_far_as_one_scrolls()
    {
        var desk = await Desk.OpenAsync(App);
        string[] names = [.. Enumerable.Range(1, 200).Select(number => $"Client {number:000}")];
        await desk.AddClientsAsync(names, TimeSpan.FromHours(1));
        var owner = await OwnerOfAsync(desk);
        await Expect(owner.Row("Client 001")).ToBeVisibleAsync();
        Assert.InRange(await owner.Find("[data-row]").CountAsync(), 5, 60);

        foreach (var name in (string[])["Client 040", "Client 080", "Client 120", "Client 160", "Client 200"])
        {
            await ScrollToAsync(owner, name);
        }

        await owner.Row("Client 200").ClickAsync();
        await Expect(owner.Find("h2").Filter(new() { HasText = "Client 200" })).ToBeVisibleAsync();
    }

    private static async Task ScrollToAsync(Visitor owner, string name)
    {
        await owner.Page.EvaluateAsync(ScrollDown, name);
        await Expect(owner.Row(name)).ToBeInViewportAsync();
    }
}
