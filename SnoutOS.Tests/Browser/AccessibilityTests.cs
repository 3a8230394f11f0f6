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
        from page in (string[])["/login", "/messages", "a conversation", "/account", "/numbers", "a number", "/sitters", "a sitter", "/clients", "a client", "/clients/import", "/simulator", "/bookings", "a visit", "a new booking"]
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
            await visitor.SignInAsync("owner@demo.test", DemoAccounts.Password);
            await visitor.IsInteractiveAsync();
            await visitor.OpenAsync(page switch { "a conversation" => "/messages", "a number" => "/numbers", "a sitter" => "/sitters", "a client" => "/clients", "a visit" or "a new booking" => "/bookings", _ => page });
            await visitor.HasSettledAsync();
        }

        if (page is "a number" or "a sitter" or "a client" or "a visit" or "a new booking")
        {
            await visitor.Find(page is "a new booking" ? "[data-key=new]" : "[data-number] button, button.sitter, a.client, [data-visit]:visible").First.ClickAsync();
            await Expect(visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog)).ToBeVisibleAsync();
            await visitor.HasSettledAsync();
        }

        if (page is "a conversation")
        {
            await visitor.Row("Maya Lindqvist").First.ClickAsync();
            await Expect(visitor.Find("[data-message]").Last).ToBeVisibleAsync();
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
