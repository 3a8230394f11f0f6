using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>A sitter's messages that lead around the business, from the first one held back to the lock and out of it.</summary>
public sealed class ThreeStrikesTests(Chromium chromium, AppAtWork hand) : SitterTest(chromium, hand), IClassFixture<AppAtWork>
{
    private const string Number = "my cell is 212-555-0142";

    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Warned_sent_anyway_locked_and_unlocked(Screen screen)
    {
        var day = await SitterDay.OpenAsync(Hand.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.Zero);
        var owner = await OwnerAsync(day, screen);
        await owner.OpenAsync("/messages?inbox=owner");
        await Expect(owner.Page.GetByText("Nothing needs you")).ToBeVisibleAsync();
        var ana = await AnaOfAsync(day);
        await ana.OpenAsync($"/messages/{thread}");

        await TryAsync(ana, Number, "We kept this one back");
        await Expect(ana.Page.GetByRole(AriaRole.Alert)).Not.ToContainTextAsync("number");
        await Expect(ana.Composer).ToHaveValueAsync(Number);
        await PictureAsync(ana, Screen.Phone, "warned");
        await ana.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Button, new() { Name = "Tell the office" }).TapAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).TapAsync();

        await WhileTimePassesAsync(Expect(owner.Row("Robin Vale")).ToContainTextAsync("Held"));
        await Expect(owner.Row("Robin Vale")).Not.ToContainTextAsync("0142");
        await owner.Row("Robin Vale").Locator("a").ClickAsync();
        await Expect(owner.Bubble("Held back").Locator("mark")).ToContainTextAsync("212-555-0142");
        await Expect(owner.Bubble("Held back")).ToContainTextAsync("Strike 1 of 3 in 30 days for Ana.");
        await PictureAsync(owner, screen, "held");
        await SendAnywayAsync(owner, "It is their vet");
        await WhileTimePassesAsync(Expect(owner.Bubble(Number[..10])).ToContainTextAsync("Sent anyway by Olivia Park"));
        await WhileTimePassesAsync(Expect(ana.Bubble(Number)).ToContainTextAsync("Delivered"));
        await Expect(ana.Bubble(Number)).ToHaveCountAsync(1);
        Assert.Equal([$"Happy Tails, Ana here: {Number}"], Carrier.MessagesFor(robin.Phone.E164).Where(text => !text.FromPhone).Select(text => text.Body), StringComparer.Ordinal);

        Hand.Clock.Advance(Strikes.OneStrike + TimeSpan.FromMinutes(1));
        await TryAsync(ana, "text me on WhatsApp at 212 555 0142", "One more pauses your messaging");
        await WhileTimePassesAsync(Expect(owner.Bubble("Held back")).ToContainTextAsync("Strike 2 of 3"));

        Hand.Clock.Advance(Strikes.OneStrike + TimeSpan.FromMinutes(1));
        await TryAsync(ana, "jane@example.com", "your messaging is paused");
        await Expect(ana.Composer).ToBeHiddenAsync();
        await WhileTimePassesAsync(Expect(ana.Find(".kept")).ToContainTextAsync("jane@example.com"));
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Tell the office" }).Last).ToBeVisibleAsync();
        await PictureAsync(ana, Screen.Phone, "paused");

        await UnlockAsync(owner, screen);
        await WhileTimePassesAsync(Expect(ana.Composer).ToHaveValueAsync("jane@example.com"));
        await ana.Composer.FillAsync("Biscuit ate all of his dinner");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).TapAsync();
        await WhileTimePassesAsync(Expect(ana.Bubble("Biscuit ate all of his dinner")).ToContainTextAsync("Delivered"));
        Assert.Equal(2, Carrier.MessagesFor(robin.Phone.E164).Count(text => !text.FromPhone));
        await AuditTellsAsync(day);
    }

    [Fact]
    public async Task An_owner_decides_by_keyboard_alone_and_what_they_copy_holds_no_number()
    {
        var day = await SitterDay.OpenAsync(Hand.App);
        var (_, thread) = await day.WalkAsync(TimeSpan.Zero);
        await HoldAsync(day, thread, Number);

        // Two messages of one instant stand in no particular order, and the key takes the first.
        Hand.Clock.Advance(TimeSpan.FromSeconds(1));
        await HoldAsync(day, thread, "jane@example.com");
        var owner = await OwnerAsync(day, Screen.Desktop);
        await owner.OpenAsync($"/messages/{thread}");
        await Expect(owner.Bubble("Held back")).ToHaveCountAsync(2);
        await owner.Bubble("my cell is").Locator(".text").EvaluateAsync("text => getSelection().selectAllChildren(text)");
        var copied = await owner.Page.EvaluateAsync<string>("() => getSelection().toString()");
        Assert.Contains("my cell is", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("0142", copied, StringComparison.Ordinal);

        await owner.Page.Keyboard.PressAsync("a");
        await Expect(owner.Page.GetByLabel("Why?")).ToBeFocusedAsync();
        await owner.Page.Keyboard.PressAsync("Enter");
        await Expect(owner.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Say why" })).ToBeVisibleAsync();
        await owner.Page.Keyboard.TypeAsync("It is their vet");
        await owner.Page.Keyboard.PressAsync("Enter");
        await WhileTimePassesAsync(Expect(owner.Bubble("my cell is")).ToContainTextAsync("Sent anyway by Olivia Park"));

        await owner.Page.Keyboard.PressAsync("b");
        await Expect(owner.Page.GetByRole(AriaRole.Radio, new() { Name = "It should not leave" })).ToBeFocusedAsync();
        await owner.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(owner.Page.GetByText("Allow example.com with every address there from now on")).ToBeVisibleAsync();
        await owner.Page.Keyboard.PressAsync("Tab");
        await owner.Page.Keyboard.PressAsync("Tab");
        await Expect(owner.Page.GetByLabel("Why?")).ToBeFocusedAsync();
        await owner.Page.Keyboard.TypeAsync("Their groomer");
        await owner.Page.Keyboard.PressAsync("Enter");
        await WhileTimePassesAsync(Expect(owner.Bubble("Kept back")).ToContainTextAsync("Called a false alarm by Olivia Park"));
        await Expect(owner.Bubble("Held back")).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task What_a_client_lets_slip_is_hidden_from_the_sitter_until_the_owner_shows_it(Screen screen)
    {
        var day = await SitterDay.OpenAsync(Hand.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.Zero);
        var (owner, ana) = (await OwnerAsync(day, screen), await AnaOfAsync(day));
        await TextAsync(robin, day.Number, "If anything is up call me at 917-555-0148");
        await WhileTimePassesAsync(Expect(owner.Row("Robin Vale")).ToContainTextAsync("Flagged"));
        await Expect(owner.Row("Robin Vale")).Not.ToContainTextAsync("0148");
        await ana.OpenAsync($"/messages/{thread}");
        await Expect(ana.Bubble("If anything is up")).ToContainTextAsync("hidden by the office");
        await Expect(ana.Page.Locator("body")).Not.ToContainTextAsync("0148");
        await PictureAsync(ana, Screen.Phone, "masked-sitter");
        await owner.OpenAsync($"/messages/{thread}");
        await Expect(owner.Bubble("If anything is up")).ToContainTextAsync("Ana does not see this");
        await PictureAsync(owner, screen, "masked");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Show to Ana: phone number" }).ClickAsync();
        await WhileTimePassesAsync(Expect(ana.Bubble("If anything is up call me at 917-555-0148")).ToBeVisibleAsync());
        await Expect(owner.Page.GetByText("Ana does not see this")).ToHaveCountAsync(0);
    }

    private async Task<Visitor> OwnerAsync(SitterDay day, Screen screen)
    {
        var owner = await ArriveAtAsync(Hand.App.Address, screen);
        await owner.SignInAsync(day.Business.OwnerEmail);
        await owner.IsInteractiveAsync();
        return owner;
    }

    private async Task HoldAsync(SitterDay day, Guid thread, string body) => Assert.IsType<SendVerdict.Blocked>(
        await Hand.App.Get<MessageSender>().SendAsync(new SendRequest(day.Ana, thread, body), Stop));

    /// <summary>Sends, and is told in a live region.</summary>
    private async Task TryAsync(Visitor ana, string body, string told)
    {
        await ana.Composer.FillAsync(body);
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).TapAsync();
        await WhileTimePassesAsync(Expect(ana.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = told })).ToBeVisibleAsync());
    }

    private static async Task SendAnywayAsync(Visitor owner, string reason)
    {
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Send it anyway" }).ClickAsync();
        var dialog = owner.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Why?").FillAsync(reason);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send it", Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    private static async Task UnlockAsync(Visitor owner, Screen screen)
    {
        await owner.OpenAsync("/sitters");
        await Expect(owner.Find(".sitter")).ToContainTextAsync("Paused by 3 strikes in 30 days");
        await PictureAsync(owner, screen, "sitters");
        await owner.Find(".sitter").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Unlock messaging" }).ClickAsync();
        var dialog = owner.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("the next one is the first again");
        await dialog.GetByLabel("Reason").FillAsync("We have talked");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Unlock", Exact = true }).ClickAsync();
        await Expect(owner.Page.GetByText("Ana can write again.")).ToBeVisibleAsync();
    }

    private static async Task AuditTellsAsync(SitterDay day)
    {
        await using var db = day.Db();
        var acts = await db.Audit.OrderBy(entry => entry.Sequence).ToListAsync(Stop);
        var blocked = acts.FindAll(act => act.Action == "message.blocked");
        Assert.Equal((3, "sitter", day.Ana.UserId), (blocked.Count, blocked[0].Actor, blocked[0].ActorUserId!.Value));
        Assert.All(blocked.Zip((string[])["phone_number", "phone_number", "email"]), pair => Assert.Contains(pair.Second, pair.First.Types, StringComparison.Ordinal));
        var sent = Assert.Single(acts, act => act.Action == "message.force_sent");
        Assert.Equal((day.Owner.UserId, blocked[0].Types, "It is their vet"), (sent.ActorUserId!.Value, sent.Types, sent.Reason));
        Assert.Equal(
            ["alert.second_strike", "sitter.locked", "sitter.unlocked"],
            acts.Select(act => act.Action).Where(action => action.StartsWith("alert", StringComparison.Ordinal) || action is "sitter.locked" or "sitter.unlocked"),
            StringComparer.Ordinal);
        Assert.DoesNotContain(acts, act => $"{act.Types} {act.Subject} {act.Reason}".Contains("0142", StringComparison.Ordinal));
    }

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"strikes-{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }
}
