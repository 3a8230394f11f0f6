using Microsoft.Playwright;
using SnoutOS.Web.Simulator;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>A picture of every page, on a desk and in the hand, by day and by night.</summary>
public sealed class Screenshots(Chromium chromium, DemoApp demo) : BrowserTest(chromium), IClassFixture<DemoApp>
{
    private const int Quality = 82;

    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Desktop.Dark, Screen.Phone, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Of_every_page(Screen screen)
    {
        var olivia = await ArriveAtAsync(demo.App.Address, screen);
        await olivia.Page.GotoAsync("/login");
        await TakeAsync(olivia, screen, "login");

        await olivia.SignInAsync("owner@demo.test", DemoAccounts.Password);
        await olivia.IsInteractiveAsync();
        foreach (var (name, address, sight) in ((string, string, string)[])[
            ("messages", "/messages", "[data-row]"), ("owner-inbox", "/messages?inbox=owner", "[data-row]"),
            ("nothing-found", "/messages?q=zebra", ".none"), ("account", "/account", ".card"), ("numbers", "/numbers", "[data-number]"), ("anti-poaching", "/anti-poaching", ".tiles"), ("sitters", "/sitters", ".sitter"), ("clients", "/clients", "[data-client]"), ("import", "/clients/import", ".drop"), ("settings", "/settings", "[data-notice]"), ("anti-poaching", "/settings/anti-poaching", ".matrix"),
            ("bookings-week", "/bookings?view=week", "[data-visit]"), ("bookings-list", "/bookings?view=list", "[data-visit]:visible"), ("simulator", "/simulator", "[data-phone]")])
        {
            await olivia.OpenAsync(address);
            await Expect(olivia.Find(sight).First).ToBeVisibleAsync();
            await TakeAsync(olivia, screen, name);
        }

        await olivia.OpenAsync("/bookings");
        await olivia.Visit("Maya").Last.ClickAsync();
        await Expect(olivia.Dialog().GetByLabel("Sitter")).ToBeVisibleAsync();
        await TakeAsync(olivia, screen, "visit");

        foreach (var (name, client) in ((string, string)[])[("conversation", "Maya Lindqvist"), ("failure", "Failed"), ("opted-out", "Opted out")])
        {
            await olivia.OpenAsync("/messages");
            await olivia.Row(client).First.ClickAsync();
            await Expect(olivia.Find("[data-message]").Last).ToBeVisibleAsync();
            await TakeAsync(olivia, screen, name);
        }

        await olivia.OpenAsync("/messages");
        await olivia.Row("Maya Lindqvist").Filter(new() { HasText = "Held" }).ClickAsync();
        await Expect(olivia.Bubble("Held back")).ToBeVisibleAsync();
        await TakeAsync(olivia, screen, "held");
        foreach (var (key, name) in ((string, string)[])[("a", "send-anyway"), ("b", "keep-back")])
        {
            await olivia.Page.Keyboard.PressAsync(key);
            await Expect(olivia.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await TakeAsync(olivia, screen, name);
            await olivia.Page.Keyboard.PressAsync("Escape");
            await Expect(olivia.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }

        await olivia.Page.Keyboard.PressAsync("m");
        await Expect(olivia.Find("#thread-menu")).ToBeVisibleAsync();
        await TakeAsync(olivia, screen, "thread-menu");
        await olivia.Page.Keyboard.PressAsync("w");
        await Expect(olivia.Page.GetByText("What was known then")).ToBeVisibleAsync();
        await TakeAsync(olivia, screen, "why-here");
        await olivia.Page.Keyboard.PressAsync("Escape");
        await Expect(olivia.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await olivia.Page.Keyboard.PressAsync("?");
        await Expect(olivia.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await TakeAsync(olivia, screen, "keys");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Of_a_sitters_pages(Screen screen)
    {
        var ana = await ArriveAtAsync(demo.App.Address, screen);
        await ana.SignInAsync("ana@demo.test", DemoAccounts.Password);
        await ana.IsInteractiveAsync();
        await Expect(ana.Row("Theo")).ToBeVisibleAsync();
        await TakeAsync(ana, screen, "sitter-list");
        foreach (var (name, client) in ((string, string)[])[("sitter-open", "Maya"), ("sitter-closed", "Theo")])
        {
            await ana.OpenAsync("/messages");
            await ana.Row(client).Locator("a").ClickAsync();
            await Expect(ana.Find("[data-message]").Last).ToBeVisibleAsync();
            await TakeAsync(ana, screen, name);
        }

        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Tell the office" }).ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await TakeAsync(ana, screen, "sitter-tells");
        var cleo = await ArriveAtAsync(demo.App.Address, screen);
        await cleo.SignInAsync("cleo@demo.test", DemoAccounts.Password);
        await Expect(cleo.Page.GetByText("No visits ahead")).ToBeVisibleAsync();
        await TakeAsync(cleo, screen, "sitter-none");
    }

    private static async Task TakeAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Artifacts.Path("screenshots", $"{name}-{screen}.jpg"),
            Type = ScreenshotType.Jpeg,
            Quality = Quality,
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
        });
    }
}
