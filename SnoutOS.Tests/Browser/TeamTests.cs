using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>What an owner does on the pages of numbers and sitters.</summary>
public sealed class TeamTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_number_is_added_given_to_a_new_sitter_and_rests_when_they_leave(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var owner = await OwnerOfAsync(desk, screen);
        await owner.OpenAsync("/numbers");
        await Expect(owner.Page.GetByText("The pool is empty.")).ToBeVisibleAsync();
        await PictureAsync(owner, screen, "numbers-empty");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Add a number" }).ClickAsync();
        var number = Businesses.NextNumber();
        await Dialog(owner).GetByLabel("Number", new() { Exact = true }).FillAsync("12");
        await PressAsync(owner, "Add the number");
        await Expect(Dialog(owner).GetByRole(AriaRole.Alert)).ToContainTextAsync("area code");
        await PictureAsync(owner, screen, "number-refused");
        await Dialog(owner).GetByLabel("Number", new() { Exact = true }).FillAsync(PhoneNumberReader.Whole(number));
        await PressAsync(owner, "Add the number");
        await Expect(owner.Find($"[data-number='{number.LastFour}']")).ToContainTextAsync("Free: no client holds it");

        await owner.OpenAsync("/sitters");
        await Expect(owner.Page.GetByText("No sitters yet")).ToBeVisibleAsync();
        await PictureAsync(owner, screen, "sitters-empty");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Add a sitter" }).ClickAsync();
        await Dialog(owner).GetByLabel("Name", new() { Exact = true }).FillAsync("Ana Silva");
        await Dialog(owner).GetByLabel("E-mail").FillAsync($"ana.{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}@example.test");
        await Dialog(owner).GetByLabel("Password").FillAsync(SnoutApp.Password);
        await Dialog(owner).GetByLabel("Number they write from").SelectOptionAsync(number.ToString());
        await PictureAsync(owner, screen, "sitter-new");
        await PressAsync(owner, "Add the sitter");
        await Expect(owner.Find(".sitter")).ToContainTextAsync($"Writes from {number}");

        await GiveVisitsAsync(desk, 3);
        await owner.OpenAsync("/sitters");
        await owner.Find(".sitter").ClickAsync();
        await Expect(Dialog(owner).GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Ana Silva");
        await PictureAsync(owner, screen, "sitter-card");
        await PressAsync(owner, "Offboard");
        await Expect(Dialog(owner)).ToContainTextAsync("3 upcoming visits lose their sitter.");
        await Expect(Dialog(owner)).ToContainTextAsync($"Number {number} rests until");
        await PictureAsync(owner, screen, "sitter-leaves");
        await Dialog(owner).GetByLabel("Reason").FillAsync("Moved away");
        await PressAsync(owner, "Offboard");
        await Expect(owner.Page.GetByText("Ana Silva has left your team.")).ToBeVisibleAsync();
        await Expect(owner.Find(".sitter")).ToContainTextAsync("Left");

        await owner.OpenAsync("/numbers");
        await Expect(owner.Find($"[data-number='{number.LastFour}']")).ToContainTextAsync("Ana Silva had it. Rests until");
        await using var db = desk.Db();
        Assert.False(await db.Visits.AnyAsync(visit => visit.SitterId != null));
        Assert.Equal("Moved away", (await db.Audit.SingleAsync(entry => entry.Action == "sitter.offboarded")).Reason);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_front_desk_is_replaced(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var next = Businesses.NextNumber();
        await App.Get<NumberBook>().AddAsync(desk.Owner, next, NumberClass.Pool, sitterId: null, Stop);
        var owner = await OwnerOfAsync(desk, screen);
        await owner.OpenAsync("/numbers");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Replace" }).ClickAsync();
        await Dialog(owner).GetByLabel("New front desk number").SelectOptionAsync(PhoneNumberReader.Whole(next));
        await Dialog(owner).GetByText("Clients who come once share it.").ClickAsync();
        await PictureAsync(owner, screen, "front-desk");
        await PressAsync(owner, "Replace the number");
        await Expect(owner.Page.GetByText("is your front desk now.")).ToBeVisibleAsync();
        await Expect(owner.Find(".card").First).ToContainTextAsync(PhoneNumberReader.Whole(next));
        await using var db = desk.Db();
        Assert.Equal(NumberClass.FrontDesk, (await db.Numbers.SingleAsync(number => number.Phone == next)).Class);
        Assert.Equal(1, await db.Numbers.CountAsync(number => number.Class == NumberClass.Pool && number.Status == NumberStatus.Active));
    }

    [Fact]
    public async Task Esc_closes_a_dialog_and_nothing_has_changed()
    {
        var desk = await Desk.OpenAsync(App);
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync("/sitters");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Add a sitter" }).ClickAsync();
        await Dialog(owner).GetByLabel("Name", new() { Exact = true }).FillAsync("Ana Silva");
        await owner.Page.Keyboard.PressAsync("Escape");
        await Expect(Dialog(owner)).ToHaveCountAsync(0);
        await using var db = desk.Db();
        Assert.False(await db.Sitters.AnyAsync());
    }

    private Task GiveVisitsAsync(Desk desk, int count) => App.Get<Writer>().CommitAsync(desk.Owner.OrganizationId, async db =>
    {
        var now = App.Get<TimeProvider>().GetUtcNow();
        var (sitter, client) = (await db.Sitters.SingleAsync(), db.AddClient("Robin Vale", now));
        foreach (var day in Enumerable.Range(1, count))
        {
            db.AddVisit(client.Id, sitter.Id, now.AddDays(day));
        }
    }, Stop);

    private static ILocator Dialog(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Dialog);

    private static Task PressAsync(Visitor visitor, string words) =>
        Dialog(visitor).GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }
}
