using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>The services of a business and the minutes around their visits.</summary>
public sealed class ServicesTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Minutes_are_changed_after_a_look_at_what_moves_and_open_conversations_follow(Screen screen)
    {
        var care = await CareDesk.OpenAsync(App);
        var (ana, maya) = (await care.HireAsync("Ana Silva"), await care.Desk.AddClientAsync("Maya Lindqvist", "Biscuit"));
        await care.BookAsync(maya, ana, -5);
        var thread = await care.OpenThreadAsync(maya);
        var (owner, other) = (await OwnerOfAsync(care.Desk, screen), await OwnerOfAsync(care.Desk));
        await other.OpenAsync($"/messages/{thread}");
        await Expect(other.Find("[data-window]")).ToContainTextAsync("can write until");
        var before = await other.Find("[data-window]").InnerTextAsync();

        await owner.OpenAsync("/settings");
        var walk = owner.Find("[data-service='walk']");
        await Expect(walk.GetByLabel("Minutes before")).ToHaveValueAsync("60");
        await walk.GetByLabel("Minutes after").FillAsync("3000");
        await walk.EvaluateAsync("form => { form.noValidate = true; }");
        await walk.GetByRole(AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
        await Expect(walk.GetByRole(AriaRole.Alert)).ToContainTextAsync("minutes from 0 to 1,440");
        await walk.GetByLabel("Minutes after").FillAsync("90");
        await walk.GetByRole(AriaRole.Button, new() { Name = "See what changes" }).ClickAsync();
        await Expect(walk.GetByRole(AriaRole.Status)).ToContainTextAsync("1 visit gets other times");
        await Expect(walk.GetByRole(AriaRole.Status)).ToContainTextAsync("Maya, Ana:");
        await Expect(walk.GetByRole(AriaRole.Status)).Not.ToContainTextAsync("Lindqvist");
        await PictureAsync(owner, screen, "preview");
        Assert.Equal(before, await other.Find("[data-window]").InnerTextAsync());

        await walk.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(owner.Page.GetByText("Saved. 1 visit has its new times.")).ToBeVisibleAsync();
        await Expect(other.Find("[data-window]")).Not.ToHaveTextAsync(before);
        await Expect(walk.GetByText("See what changes")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_service_is_added_once()
    {
        var desk = await Desk.OpenAsync(App);
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync("/settings");
        var add = owner.Page.GetByRole(AriaRole.Form, new() { Name = "Add a service" });
        await add.GetByLabel("Another service").FillAsync("Walk");
        await add.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(add.GetByRole(AriaRole.Alert)).ToContainTextAsync("already");
        await add.GetByLabel("Another service").FillAsync("Cat visit");
        await add.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(owner.Find("[data-service='cat_visit']").GetByLabel("Minutes before")).ToHaveValueAsync("60");
    }

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Find("[data-service='walk']").ScrollIntoViewIfNeededAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"services-{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }
}
