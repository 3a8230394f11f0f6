using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Tests.Policing;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>An owner changes the rules, having seen what that would do, and lets a number through.</summary>
public sealed class PoachingRulesTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Rules_are_tried_compared_and_saved_and_a_number_is_let_through(Screen screen)
    {
        var business = await Correspondence.OpenAsync(App);
        await business.AddAsync(Written.BySitter, "my cell is 212-555-0142", "Biscuit ate all of his dinner");
        await business.AddAsync(Written.ToSitter, "write to jane@example.com");

        // Something to be busy with, so that there is time to change one's mind.
        var longText = string.Concat(Enumerable.Repeat("Biscuit had a lovely walk and half of the treats. ", 300));
        await business.AddAsync(Written.BySitter, TimeSpan.FromDays(2), business.RobinsThread, Enumerable.Repeat(longText, 1500));

        var owner = await ArriveAsync(screen);
        await owner.SignInAsync(business.OwnerEmail);
        await owner.IsInteractiveAsync();
        await owner.OpenAsync("/settings");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Rules and allow-list" }).ClickAsync();
        await Expect(Standing(owner)).ToHaveTextAsync("These rules are in force.");

        await owner.Page.GetByText("Relaxed", new() { Exact = true }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Group, new() { Name = "Phone numbers" }).GetByLabel("Sitter to client").SelectOptionAsync("Let it through, flag it for you");
        await Expect(Standing(owner)).ToHaveTextAsync("Changed, and not saved yet.");
        await PictureAsync(owner, screen, "rules-edited");

        await PressAsync(owner, "See what would change");
        var started = Stopwatch.GetTimestamp();
        await Expect(owner.Find("progress")).ToBeVisibleAsync();
        await PictureAsync(owner, screen, "what-if-runs");
        await PressAsync(owner, "Cancel");
        await Expect(owner.Page.GetByText("Cancelled.", new() { Exact = true })).ToBeVisibleAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"cancelled {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms after the press");

        await PressAsync(owner, "See what would change");
        await Expect(owner.Find("[data-change=LetThrough] mark .found")).ToHaveTextAsync("212-555-0142");
        TestContext.Current.TestOutputHelper?.WriteLine($"there {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms after the first press");
        await Expect(owner.Find(".summary")).ToContainTextAsync("1,503 messages looked at: 1 would");
        await owner.Find(".summary").ScrollIntoViewIfNeededAsync();
        await PictureAsync(owner, screen, "what-if");

        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).Last.ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Leave without saving?");
        await PictureAsync(owner, screen, "rules-leave");
        await PressAsync(owner, "Stay here");
        await Expect(owner.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal(RuleSet.Usual, await KeptAsync(business));
        await PressAsync(owner, "Save");
        await Expect(Standing(owner)).ToHaveTextAsync("These rules are in force.");
        await Expect(owner.Find("[data-change]")).ToHaveCountAsync(0);
        var kept = await KeptAsync(business);
        Assert.Equal((Sensitivity.Relaxed, PoachingAction.Flag), (kept.Sensitivity, kept.SitterToClient[FindingType.PhoneNumber]));

        await owner.Page.GetByLabel("Message", new() { Exact = true }).FillAsync("call 212 555 0142");
        await Expect(owner.Find("[data-verdict]")).ToHaveAttributeAsync("data-verdict", "Flag");
        await PictureAsync(owner, screen, "rules-try");
        await owner.Page.GetByLabel("Number or site").FillAsync("our vet");
        await PressAsync(owner, "Allow it");
        await Expect(owner.Find("#allow-refused")).ToContainTextAsync("neither a phone number");
        await PictureAsync(owner, screen, "allow-refused");
        await owner.Page.GetByLabel("Number or site").FillAsync("(212) 555-0142");
        await owner.Page.GetByLabel("Whose is it?").FillAsync("Dr. Paws, around the corner");
        await PressAsync(owner, "Allow it");
        await Expect(owner.Find("[data-allowed]")).ToContainTextAsync("Dr. Paws");
        await Expect(owner.Find("[data-verdict]")).ToHaveAttributeAsync("data-verdict", "Off");
        await PictureAsync(owner, screen, "allowed");
        await using var db = App.Db(business.Owner.OrganizationId);
        Assert.Equal(
            ["anti_poaching.rules_changed", "anti_poaching.allowed"],
            await db.Audit.Where(entry => entry.Action.StartsWith("anti_poaching")).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync(Stop));
    }

    private Task<RuleSet> KeptAsync(Correspondence business) => App.Get<RuleBook>().ReadAsync(business.Owner, Stop);

    private static ILocator Standing(Visitor visitor) => visitor.Find(".bar [role=status]");

    private static Task PressAsync(Visitor visitor, string words) =>
        visitor.Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }
}
