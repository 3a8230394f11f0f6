using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>Every page under axe, in both themes. What is less than serious is told, and does not fail.</summary>
public sealed class AccessibilityTests(Chromium chromium, DemoApp demo) : BrowserTest(chromium), IClassFixture<DemoApp>
{
    private static readonly string[] Grave = ["serious", "critical"];

    public static TheoryData<string, bool, bool> Pages => new(
        from page in (string[])["/login", "/messages", "a conversation", "why here", "a menu", "/settings", "/account", "/numbers", "a number", "/sitters", "a sitter", "/clients", "a client", "/clients/import", "/simulator", "/messages as a sitter", "an open window", "a closed window"]
        from isDark in (bool[])[false, true]
        from isPhone in (bool[])[false, true]
        select (page, isDark, isPhone));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_grave_stands_in_anyones_way(string page, bool isDark, bool isPhone)
    {
        var screen = isPhone ? Screen.Phone : Screen.Desktop;
        var visitor = await ArriveAtAsync(demo.App.Address, isDark ? screen.Dark : screen);
        await visitor.Page.GotoAsync("/login");
        if (page is not "/login")
        {
            var isSitter = page is "/messages as a sitter" or "an open window" or "a closed window";
            await visitor.SignInAsync(isSitter ? "ana@demo.test" : "owner@demo.test", DemoAccounts.Password);
            await visitor.IsInteractiveAsync();
            await visitor.OpenAsync(page switch { "a conversation" or "why here" or "a menu" or "/messages as a sitter" or "an open window" or "a closed window" => "/messages", "a number" => "/numbers", "a sitter" => "/sitters", "a client" => "/clients", _ => page });
            await visitor.HasSettledAsync();
        }

        if (page is "a number" or "a sitter" or "a client")
        {
            await visitor.Find("[data-number] > button, button.sitter, a.client").First.ClickAsync();
            await Expect(visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog)).ToBeVisibleAsync();
            await visitor.HasSettledAsync();
        }

        if (page is "an open window" or "a closed window")
        {
            await visitor.Row(page is "an open window" ? "Maya" : "Theo").Locator("a").ClickAsync();
            await Expect(visitor.Find("[data-message]").Last).ToBeVisibleAsync();
        }

        if (page is "a conversation" or "why here" or "a menu")
        {
            await visitor.Row("Maya Lindqvist").First.ClickAsync();
            await Expect(visitor.Find("[data-message]").Last).ToBeVisibleAsync();
        }

        if (page is "why here")
        {
            await visitor.Page.Keyboard.PressAsync("w");
            await Expect(visitor.Page.GetByText("What was known then")).ToBeVisibleAsync();
        }

        if (page is "a menu")
        {
            await visitor.Page.Keyboard.PressAsync("m");
            await Expect(visitor.Find("#thread-menu")).ToBeVisibleAsync();
        }

        if (page is "/settings")
        {
            var walk = visitor.Find("[data-service='walk']");
            await walk.GetByLabel("Minutes after").FillAsync("90");
            await walk.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
            await Expect(walk.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToBeVisibleAsync();
        }

        var found = (await visitor.Page.RunAxe()).Violations;
        foreach (var small in found.Where(violation => !Grave.Contains(violation.Impact, StringComparer.Ordinal)))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(Tell(small));
        }

        Assert.Empty(found.Where(violation => Grave.Contains(violation.Impact, StringComparer.Ordinal)).Select(Tell));
    }

    private static string Tell(AxeResultItem violation) =>
        $"{violation.Impact} {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}";
}
