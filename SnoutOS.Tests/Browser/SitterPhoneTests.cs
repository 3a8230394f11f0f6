using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Rollout;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Carrier;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>The product at work, with the carrier beside it and a clock that tests move, which begins at the machine's time.</summary>
public sealed class AppInHand : IAsyncLifetime
{
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public SnoutApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await SnoutApp.StartAsync(new SnoutAppOptions { Clock = Clock, Settings = Chromium.Quiet });

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>A sitter's messages on a phone, by touch, and what moves there by the clock alone.</summary>
public sealed class SitterPhoneTests(Chromium chromium, AppInHand hand) : BrowserTest(chromium), IClassFixture<AppInHand>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_text_inside_the_window_appears_and_the_answer_goes_out()
    {
        var day = await SitterDay.OpenAsync(hand.App);
        var (robin, _) = await day.WalkAsync(TimeSpan.Zero);
        await day.WalkAsync(TimeSpan.FromDays(1), "Theo Grant");
        var ana = await AnaOfAsync(day);
        await Expect(ana.Find("[data-row] .name")).ToHaveTextAsync(["Robin", "Theo"]);
        await Expect(ana.Row("Robin")).ToContainTextAsync("Open until");
        await Expect(ana.Row("Theo")).ToContainTextAsync("Opens tomorrow at");
        await Expect(ana.Page.GetByText("Owner Inbox")).ToHaveCountAsync(0);
        await Expect(ana.Search).ToHaveCountAsync(0);
        Assert.True(await FitsAsync(ana), "the list is wider than the phone");

        await TextAsync(robin, day.Number, "Biscuit is by the door");
        await WhileTimePassesAsync(Expect(ana.Row("Robin").Locator(".badge")).ToHaveAccessibleNameAsync("1 unread"));
        await Expect(ana.Page).ToHaveTitleAsync("(1) Messages · SnoutOS");
        await ana.Row("Robin").Locator("a").TapAsync();
        await WhileTimePassesAsync(Expect(ana.Bubble("Biscuit is by the door")).ToBeVisibleAsync());
        await TextAsync(robin, day.Number, "So is Waffles");
        await WhileTimePassesAsync(Expect(ana.Bubble("So is Waffles")).ToBeVisibleAsync());
        Assert.True(await FitsAsync(ana), "the conversation is wider than the phone");

        await ana.Composer.FillAsync("On my way");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).TapAsync();
        await WhileTimePassesAsync(Expect(ana.Bubble("On my way")).ToContainTextAsync("Delivered"));
        Assert.Equal(["Happy Tails, Ana here: On my way"], Carrier.MessagesFor(robin.Phone.E164).Where(text => !text.FromPhone).Select(text => text.Body), StringComparer.Ordinal);

        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).TapAsync();
        await Expect(ana.Row("Robin")).ToContainTextAsync("You: On my way");
        await Expect(ana.Page).ToHaveTitleAsync("Messages · SnoutOS");
    }

    [Fact]
    public async Task The_box_closes_and_opens_to_the_second_with_nothing_but_the_clock()
    {
        var day = await SitterDay.OpenAsync(hand.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.Zero);
        var closesAt = hand.Clock.GetUtcNow() + SitterDay.After;
        await day.BookAsync(robin, TimeSpan.FromHours(6));
        var opensAt = hand.Clock.GetUtcNow().AddHours(5);
        var ana = await AnaOfAsync(day);
        await ana.OpenAsync($"/messages/{thread}");
        await ana.Composer.FillAsync("We had a lovely");
        await ana.Composer.PressSequentiallyAsync(" walk");

        hand.Clock.SetUtcNow(closesAt - Second);
        await Expect(ana.Composer).ToHaveValueAsync("We had a lovely walk");
        await Expect(ana.Composer).ToBeVisibleAsync();
        hand.Clock.Advance(Second);
        await Expect(ana.Page.GetByText("You can write to Robin")).ToContainTextAsync("from");
        await Expect(ana.Find("[data-window] .until")).ToContainTextAsync("Opens");
        await Expect(ana.Composer).ToBeHiddenAsync();
        await WhileTimePassesAsync(Expect(ana.Find(".kept")).ToContainTextAsync("We had a lovely walk"));

        hand.Clock.SetUtcNow(opensAt - Second);
        await Expect(ana.Page.GetByText("You can write to Robin")).ToBeVisibleAsync();
        hand.Clock.Advance(Second);
        await Expect(ana.Composer).ToBeVisibleAsync();
        await Expect(ana.Composer).ToHaveValueAsync("We had a lovely walk");
        await Expect(ana.Find("[data-window] .until")).ToContainTextAsync("Open until");
    }

    [Fact]
    public async Task What_is_sent_too_late_stays_to_be_sent_later()
    {
        var day = await SitterDay.OpenAsync(hand.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.Zero);
        var ana = await AnaOfAsync(day);
        await ana.OpenAsync($"/messages/{thread}");
        await ana.Composer.FillAsync("One more thing");
        await MoveWindowAsync(day, robin);
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).TapAsync();
        await WhileTimePassesAsync(Expect(ana.Find(".kept")).ToContainTextAsync("One more thing"));
        await Expect(ana.Composer).ToBeHiddenAsync();
        Assert.DoesNotContain(Carrier.MessagesFor(robin.Phone.E164), text => !text.FromPhone);
    }

    [Fact]
    public async Task A_word_to_the_office_is_urgent_in_the_owners_inbox_at_once()
    {
        var day = await SitterDay.OpenAsync(hand.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.FromDays(1));
        var owner = await ArriveAtAsync(hand.App.Address);
        await owner.SignInAsync(day.Business.OwnerEmail);
        await owner.OpenAsync("/messages?inbox=owner");
        await Expect(owner.Page.GetByText("Nothing needs you")).ToBeVisibleAsync();
        var ana = await AnaOfAsync(day);
        await ana.OpenAsync($"/messages/{thread}");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Tell the office" }).TapAsync();
        var dialog = ana.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Tell the office" }).TapAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Write what the office should know.");
        await dialog.GetByLabel("About Robin").FillAsync("I left the key inside");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Tell the office" }).TapAsync();
        await Expect(ana.Page.GetByText("The office has your note.")).ToBeVisibleAsync();
        await WhileTimePassesAsync(Expect(ana.Find("[data-note]")).ToContainTextAsync("I left the key inside"));

        await WhileTimePassesAsync(Expect(owner.Row("Robin Vale")).ToContainTextAsync("I left the key inside"));
        var waiting = Assert.Single((await hand.App.Get<Domain.Inbox.InboxReader>().ThreadsAsync(
            day.Owner, new(Domain.Inbox.InboxView.NeedsOwner), after: null, limit: 10, Stop)).Items);
        Assert.Equal((thread, true), (waiting.Id, waiting.IsUrgent));
        Assert.DoesNotContain(Carrier.MessagesFor(robin.Phone.E164), text => !text.FromPhone);
    }

    [Fact]
    public async Task While_sitter_messages_are_off_there_is_no_page_and_no_way_to_it()
    {
        var day = await SitterDay.OpenAsync(hand.App);
        var (_, thread) = await day.WalkAsync(TimeSpan.Zero);
        var ana = await AnaOfAsync(day);
        await Expect(ana.Page.GetByRole(AriaRole.Link, new() { Name = "Messages" })).ToBeVisibleAsync();
        await day.SwitchAsync(Flag.SitterMessages, false);
        ana.Tolerate("404");
        foreach (var address in (string[])["/messages", $"/messages/{thread}"])
        {
            Assert.Equal(404, (await ana.Page.GotoAsync(address))!.Status);
        }

        await ana.OpenAsync("/account");
        await Expect(ana.Page.GetByRole(AriaRole.Link, new() { Name = "Messages" })).ToHaveCountAsync(0);
        var owner = await ArriveAtAsync(hand.App.Address);
        await owner.SignInAsync(day.Business.OwnerEmail);
        await Expect(owner.Row("Robin Vale")).ToBeVisibleAsync();
    }

    private CarrierState Carrier => hand.App.Get<CarrierState>();

    private Task TextAsync(SittersClient client, PhoneNumber to, string body) => Carrier.TextFromPhoneAsync(client.Phone.E164, to.E164, body);

    /// <summary>Ana with her phone, the list before her.</summary>
    private async Task<Visitor> AnaOfAsync(SitterDay day)
    {
        var ana = await ArriveAtAsync(hand.App.Address, Screen.Phone);
        await ana.SignInAsync(day.AnaEmail);
        await ana.IsInteractiveAsync();
        await Expect(ana.Find("[data-row]").First).ToBeVisibleAsync();
        return ana;
    }

    /// <summary>Takes the running walk's window away in silence, as happens between two reads.</summary>
    private static async Task MoveWindowAsync(SitterDay day, SittersClient client)
    {
        await using var db = day.Db();
        foreach (var window in db.Windows.Where(row => row.ClientId == client.Id).AsEnumerable().OrderBy(row => row.OpensAt).Take(1))
        {
            window.CancelledAt = window.CreatedAt;
        }

        await db.SaveChangesAsync(Stop);
    }

    /// <summary>Lets the product's clock run while something is waited for: carrier and workers live by it.</summary>
    private async Task WhileTimePassesAsync(Task expectation)
    {
        while (!expectation.IsCompleted)
        {
            hand.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(expectation, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stop));
        }

        await expectation;
    }

    private static Task<bool> FitsAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");
}
