using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>What an owner does in a conversation beside answering, at a desk and in the hand.</summary>
public sealed class OwnerActsTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_message_says_why_it_is_where_it_is(Screen screen)
    {
        var care = await CareDesk.OpenAsync(App);
        var (ana, maya) = (await care.HireAsync("Ana Silva"), await care.Desk.AddClientAsync("Maya Lindqvist", "Biscuit"));
        await care.BookAsync(maya, ana, -5);
        var thread = await care.OpenThreadAsync(maya);
        await care.TextAsync(maya, "Is he eating?");
        await care.Desk.TextAsync(maya, "What do I owe you?");

        var owner = await OwnerOfAsync(care.Desk, screen);
        await owner.OpenAsync($"/messages/{thread}");
        await Expect(owner.Bubble("Is he eating?")).ToContainTextAsync("Ana sees this");
        await WhyAsync(owner, "Is he eating?");
        await Expect(Dialog(owner)).ToContainTextAsync("This went to Ana. Ana was the one sitter booked with them at that time.");
        await Expect(Dialog(owner)).ToContainTextAsync("Ana could write from");
        await Expect(Dialog(owner)).ToContainTextAsync("It did not come to the front desk.");
        await ShowsNoWholeNumberAsync(owner, maya);
        await PictureAsync(owner, screen, "why-sitter");
        await owner.Page.Keyboard.PressAsync("Escape");
        await Expect(Dialog(owner)).ToHaveCountAsync(0);

        await owner.OpenAsync($"/messages/{maya.ThreadId}");
        await WhyAsync(owner, "What do I owe you?");
        await Expect(Dialog(owner)).ToContainTextAsync("This came to your inbox. It came to your front desk, which no sitter sees.");
        await ShowsNoWholeNumberAsync(owner, maya);
        await PictureAsync(owner, screen, "why-owner");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Where_two_sitters_are_booked_the_owner_chooses_and_everybody_sees_it(Screen screen)
    {
        var care = await CareDesk.OpenAsync(App);
        var maya = await care.Desk.AddClientAsync("Maya Lindqvist", "Biscuit");
        var ben = await care.HireAsync("Ben Okafor");
        await care.BookAsync(maya, await care.HireAsync("Ana Silva"), 20);
        await care.BookAsync(maya, ben, 20);
        var thread = await care.OpenThreadAsync(maya);
        await care.TextAsync(maya, "Who is coming?");

        var (owner, other) = (await OwnerOfAsync(care.Desk, screen), await OwnerOfAsync(care.Desk));
        await owner.OpenAsync($"/messages/{thread}");
        await other.OpenAsync($"/messages/{thread}");
        await Expect(Bar(owner, "choose")).ToContainTextAsync("Ana and Ben are both booked now. Who takes this?");
        await PictureAsync(owner, screen, "choose");
        await Bar(owner, "choose").GetByRole(AriaRole.Button, new() { Name = "Ben", Exact = true }).ClickAsync();
        foreach (var page in (Visitor[])[owner, other])
        {
            await Expect(Bar(page, "choice")).ToContainTextAsync("Ben gets what they write here while booked, until");
            await Expect(page.Bubble("Who is coming?")).ToContainTextAsync("Ben sees this");
        }

        await care.TextAsync(maya, "The key is under the mat");
        await Expect(owner.Bubble("The key is under the mat")).ToContainTextAsync("Ben sees this");
        await WhyAsync(owner, "The key is under the mat");
        await Expect(Dialog(owner)).ToContainTextAsync("This went to Ben. You had chosen Ben for this conversation.");
        await owner.Page.Keyboard.PressAsync("Escape");
        await PictureAsync(owner, screen, "chosen");

        await Bar(owner, "choice").GetByRole(AriaRole.Button, new() { Name = "Let it go" }).ClickAsync();
        await Expect(Bar(other, "choice")).ToHaveCountAsync(0);
        await MenuAsync(owner, screen, "I take over");
        await Expect(Bar(other, "choice")).ToContainTextAsync("You have taken over");
        await using var db = care.Desk.Db();
        Assert.Equal(2, await db.SharedMessages.CountAsync(row => db.Sitters.Any(sitter => sitter.Id == row.SitterId && sitter.Name == "Ben Okafor"), Stop));
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Messages_are_handed_over_to_the_sitter_who_comes_next(Screen screen)
    {
        var care = await CareDesk.OpenAsync(App);
        var (ana, maya) = (await care.HireAsync("Ana Silva"), await care.Desk.AddClientAsync("Maya Lindqvist", "Biscuit"));
        await care.BookAsync(maya, ana, 180);
        await care.Desk.TextAsync(maya, "The gate code is new");
        var owner = await OwnerOfAsync(care.Desk, screen);
        await owner.OpenAsync($"/messages/{maya.ThreadId}");
        await Expect(owner.Bubble("The gate code is new")).ToBeVisibleAsync();
        await MenuAsync(owner, screen, "Hand over to Ana…", "menu");
        await Expect(Dialog(owner)).ToContainTextAsync("Comes next, can write from");
        await PictureAsync(owner, screen, "hand-over");
        await PressAsync(owner, "Hand over to Ana");
        await Expect(owner.Page.GetByText("Ana has it now.")).ToBeVisibleAsync();
        await Expect(owner.Bubble("The gate code is new")).ToContainTextAsync("Ana sees this");
        await Expect(owner.Find(".handled")).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_conversation_is_put_off_and_taken_back(Screen screen)
    {
        var care = await CareDesk.OpenAsync(App);
        var maya = await care.Desk.AddClientAsync("Maya Lindqvist", "Biscuit");
        await care.Desk.TextAsync(maya, "Do you have time in May?");
        var owner = await OwnerOfAsync(care.Desk, screen);
        await owner.OpenAsync($"/messages/{maya.ThreadId}?inbox=owner");
        await Expect(owner.Bubble("Do you have time in May?")).ToBeVisibleAsync();
        await MenuAsync(owner, screen, "Snooze…");
        await Dialog(owner).GetByLabel("Or pick a time").FillAsync("2020-01-01T08:00");
        await PressAsync(owner, "Snooze");
        await Expect(Dialog(owner).GetByRole(AriaRole.Alert)).ToContainTextAsync("still to come");
        await PictureAsync(owner, screen, "snooze");
        await Dialog(owner).GetByRole(AriaRole.Button, new() { Name = "Tomorrow morning" }).ClickAsync();
        await Expect(Bar(owner, "snoozed")).ToContainTextAsync("Snoozed until tomorrow at 8:00 AM.");
        await PictureAsync(owner, screen, "snoozed");
        var other = await OwnerOfAsync(care.Desk);
        await other.OpenAsync("/messages?inbox=owner");
        await Expect(other.Page.GetByText("Nothing needs you")).ToBeVisibleAsync();
        await Bar(owner, "snoozed").GetByRole(AriaRole.Button, new() { Name = "Wake up" }).ClickAsync();
        await Expect(Bar(owner, "snoozed")).ToHaveCountAsync(0);
        await Expect(other.Row("Maya")).ToContainTextAsync("Needs you");
    }

    [Fact]
    public async Task The_keys_do_what_the_list_of_keys_says()
    {
        var care = await CareDesk.OpenAsync(App);
        var (ana, maya) = (await care.HireAsync("Ana Silva"), await care.Desk.AddClientAsync("Maya Lindqvist"));
        await care.BookAsync(maya, ana, 120);
        var thread = await care.OpenThreadAsync(maya);
        await care.TextAsync(maya, "Hello?");
        var owner = await OwnerOfAsync(care.Desk);
        await owner.OpenAsync($"/messages/{thread}");
        await Expect(owner.Bubble("Hello?")).ToBeVisibleAsync();
        foreach (var (key, title) in ((string, string)[])[("w", "Why here?"), ("s", "Snooze until when?"), ("h", "Hand over")])
        {
            await owner.Page.Keyboard.PressAsync(key);
            await Expect(Dialog(owner).GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
            await owner.Page.Keyboard.PressAsync("Escape");
            await Expect(Dialog(owner)).ToHaveCountAsync(0);
        }

        await owner.Page.Keyboard.PressAsync("m");
        await Expect(owner.Find("#thread-menu")).ToBeVisibleAsync();
        await owner.Page.Keyboard.PressAsync("Escape");
        await Expect(owner.Find("#thread-menu")).ToBeHiddenAsync();
        await Expect(owner.Bubble("Hello?")).ToBeVisibleAsync();
        await owner.Page.Keyboard.PressAsync("t");
        await Expect(Bar(owner, "choice")).ToContainTextAsync("You have taken over");
    }

    private static ILocator Dialog(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Dialog);

    private static ILocator Bar(Visitor visitor, string name) => visitor.Find($"[data-bar='{name}']");

    private static async Task WhyAsync(Visitor visitor, string text)
    {
        await visitor.Bubble(text).HoverAsync();
        await visitor.Bubble(text).GetByRole(AriaRole.Button, new() { Name = "Why here?" }).ClickAsync();
    }

    private static async Task MenuAsync(Visitor visitor, Screen screen, string words, string? picture = null)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).Last.ClickAsync();
        if (picture is not null)
        {
            await PictureAsync(visitor, screen, picture);
        }

        await visitor.Find("#thread-menu").GetByRole(AriaRole.Button, new() { Name = words }).ClickAsync();
    }

    private static Task PressAsync(Visitor visitor, string words) =>
        Dialog(visitor).GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    private static async Task ShowsNoWholeNumberAsync(Visitor visitor, DeskClient client)
    {
        var told = await Dialog(visitor).InnerTextAsync();
        Assert.Contains($"•••• {client.Phone.LastFour}", told, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d{5}|\d{3}[ -]\d{4}", told);
    }

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"act-{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }
}
