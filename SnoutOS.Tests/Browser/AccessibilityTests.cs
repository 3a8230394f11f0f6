using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator;

namespace SnoutOS.Tests.Browser;

/// <summary>Every page under axe, in both themes. What is less than serious is told, and does not fail.</summary>
public sealed class AccessibilityTests(Chromium chromium, DemoApp demo) : BrowserTest(chromium), IClassFixture<DemoApp>
{
    private static readonly string[] Grave = ["serious", "critical"];

    public static TheoryData<string, bool, bool> Pages => new(
        from page in (string[])["/login", .. Sight.All.Select(sight => sight.Name)]
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
            var sight = Sight.All.Single(sight => sight.Name == page);
            await visitor.SignInAsync(sight.Who, DemoAccounts.Password);
            await visitor.IsInteractiveAsync();
            await visitor.OpenAsync(sight.Address);
            await visitor.HasSettledAsync();
            await sight.Way(visitor);
            await visitor.HasSettledAsync();
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
