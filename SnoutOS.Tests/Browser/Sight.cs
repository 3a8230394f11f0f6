using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>Something of the demo to look at: who sees it, where, and what they do there first.</summary>
public sealed record Sight(string Name, string Address, Func<Visitor, Task> Way, string Who = Sight.Owner)
{
    private const string Owner = "owner@demo.test";
    private const string Ana = "ana@demo.test";

    public static IReadOnlyList<Sight> All { get; } =
    [
        Page("/messages"),
        new("a conversation", "/messages", MayaAsync),
        new("sending anyway", "/messages", visitor => HeldAsync(visitor, "Send it anyway")),
        new("keeping back", "/messages", visitor => HeldAsync(visitor, "Keep it back")),
        new("why here", "/messages", WhyHereAsync),
        new("a menu", "/messages", MenuAsync),
        Page("/bookings"),
        new("a visit", "/bookings", visitor => DialogAsync(visitor, "[data-visit]:visible")),
        new("a new booking", "/bookings", visitor => DialogAsync(visitor, "[data-key=new]")),
        Page("/clients"),
        new("a client", "/clients", visitor => DialogAsync(visitor, "a.client")),
        Page("/clients/import"),
        Page("/sitters"),
        new("a sitter", "/sitters", visitor => DialogAsync(visitor, "button.sitter")),
        Page("/numbers"),
        new("/anti-poaching", "/anti-poaching", OpenTableAsync),
        new("a number", "/numbers", visitor => DialogAsync(visitor, "[data-number] > button")),
        new("/settings", "/settings", PreviewOfBuffersAsync),
        new("/settings/anti-poaching", "/settings/anti-poaching", EditedRulesAsync),
        Page("/account"),
        Page("/simulator"),
        new("/messages as a sitter", "/messages", Nothing, Ana),
        new("an open window", "/messages", visitor => SittersConversationAsync(visitor, "Maya"), Ana),
        new("a closed window", "/messages", visitor => SittersConversationAsync(visitor, "Theo"), Ana),
    ];

    private static Sight Page(string address) => new(address, address, Nothing);

    private static Task Nothing(Visitor visitor) => Task.CompletedTask;

    private static async Task DialogAsync(Visitor visitor, string opener)
    {
        await visitor.Find(opener).First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    private static async Task MayaAsync(Visitor visitor)
    {
        await visitor.Row("Maya Lindqvist").First.ClickAsync();
        await Expect(visitor.Find("[data-message]").Last).ToBeVisibleAsync();
    }

    /// <summary>One of the two ways in which a message of Ana's to Maya, that was held back, is decided on.</summary>
    private static async Task HeldAsync(Visitor visitor, string way)
    {
        await visitor.Row("Maya Lindqvist").Filter(new LocatorFilterOptions { HasText = "Held" }).ClickAsync();
        await visitor.Bubble("Held back").GetByRole(AriaRole.Button, new() { Name = way }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visitor.Page.GetByText("False alarm").Or(visitor.Page.GetByLabel("Why?")).First.ClickAsync();
    }

    private static async Task WhyHereAsync(Visitor visitor)
    {
        await MayaAsync(visitor);
        await visitor.Page.Keyboard.PressAsync("w");
        await Expect(visitor.Page.GetByText("What was known then")).ToBeVisibleAsync();
    }

    private static async Task MenuAsync(Visitor visitor)
    {
        await MayaAsync(visitor);
        await visitor.Page.Keyboard.PressAsync("m");
        await Expect(visitor.Find("#thread-menu")).ToBeVisibleAsync();
    }

    private static async Task PreviewOfBuffersAsync(Visitor visitor)
    {
        var walk = visitor.Find("[data-service='walk']");
        await walk.GetByLabel("Minutes after").FillAsync("90");
        await walk.GetByRole(AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
        await Expect(walk.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private static async Task EditedRulesAsync(Visitor visitor)
    {
        await visitor.Page.GetByText("Strict", new() { Exact = true }).ClickAsync();
        await visitor.Page.GetByLabel("Message", new() { Exact = true }).FillAsync("my cell is 212-555-0142");
        await Expect(visitor.Find("mark")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "See what would change" }).ClickAsync();
        await Expect(visitor.Find(".summary")).ToBeVisibleAsync();
    }

    private static async Task OpenTableAsync(Visitor visitor)
    {
        if (await visitor.Find("summary").CountAsync() > 0)
        {
            await visitor.Find("summary").ClickAsync();
        }
    }

    private static async Task SittersConversationAsync(Visitor visitor, string client)
    {
        await visitor.Row(client).Locator("a").ClickAsync();
        await Expect(visitor.Find("[data-message]").Last).ToBeVisibleAsync();
    }
}
