using Microsoft.Playwright;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Rollout;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>A sitter's phone when the window opens and closes, and when there is nothing to write in.</summary>
public sealed class SitterClockTests(Chromium chromium, AppInHand hand) : SitterTest(chromium, hand), IClassFixture<AppInHand>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_box_closes_and_opens_to_the_second_with_nothing_but_the_clock()
    {
        var day = await SitterDay.OpenAsync(Hand.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.Zero);
        var closesAt = Hand.Clock.GetUtcNow() + SitterDay.After;
        var opensAt = closesAt.AddMinutes(5);
        await day.BookAsync(robin, SitterDay.After + TimeSpan.FromMinutes(5) + SitterDay.Before);
        var ana = await AnaOfAsync(day);
        await ana.OpenAsync($"/messages/{thread}");
        await ana.Composer.FillAsync("We had a lovely walk");

        Hand.Clock.SetUtcNow(closesAt - Second);
        await Expect(ana.Find("[data-window] .until")).ToContainTextAsync("Open until");
        await Expect(ana.Composer).ToBeVisibleAsync();
        Hand.Clock.Advance(Second);
        await Expect(ana.Page.GetByText("You can write to Robin")).ToContainTextAsync("from");
        await Expect(ana.Find("[data-window] .until")).ToContainTextAsync("Opens");
        await Expect(ana.Composer).ToBeHiddenAsync();
        await WhileTimePassesAsync(Expect(ana.Find(".kept")).ToContainTextAsync("We had a lovely walk"));

        Hand.Clock.SetUtcNow(opensAt - Second);
        await Expect(ana.Page.GetByText("You can write to Robin")).ToBeVisibleAsync();
        Hand.Clock.Advance(Second);
        await Expect(ana.Composer).ToBeVisibleAsync();
        await Expect(ana.Composer).ToHaveValueAsync("We had a lovely walk");
        await Expect(ana.Find("[data-window] .until")).ToContainTextAsync("Open until");
    }

    [Fact]
    public async Task What_is_sent_too_late_stays_to_be_sent_later()
    {
        var day = await SitterDay.OpenAsync(Hand.App);
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
        var day = await SitterDay.OpenAsync(Hand.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.FromDays(1));
        var owner = await ArriveAtAsync(Hand.App.Address);
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
        var waiting = Assert.Single((await Hand.App.Get<InboxReader>().ThreadsAsync(
            day.Owner, new(InboxView.NeedsOwner), after: null, limit: 10, Stop)).Items);
        Assert.Equal((thread, true), (waiting.Id, waiting.IsUrgent));
        Assert.DoesNotContain(Carrier.MessagesFor(robin.Phone.E164), text => !text.FromPhone);
    }

    [Fact]
    public async Task While_sitter_messages_are_off_there_is_no_page_and_no_way_to_it()
    {
        var day = await SitterDay.OpenAsync(Hand.App);
        var (_, thread) = await day.WalkAsync(TimeSpan.Zero);
        var ana = await AnaOfAsync(day);
        await Expect(ana.Page.GetByRole(AriaRole.Link, new() { Name = "Messages", Exact = true })).ToBeVisibleAsync();
        await day.SwitchAsync(Flag.SitterMessages, false);
        await day.WalkAsync(TimeSpan.FromDays(1), "Theo Grant");
        await WhileTimePassesAsync(Expect(ana.Page.GetByText("found nothing here")).ToBeVisibleAsync());
        ana.Tolerate("404");
        foreach (var address in (string[])["/messages", $"/messages/{thread}"])
        {
            Assert.Equal(404, (await ana.Page.GotoAsync(address))!.Status);
        }

        await ana.OpenAsync("/account");
        await Expect(ana.Page.GetByRole(AriaRole.Link, new() { Name = "Messages", Exact = true })).ToHaveCountAsync(0);
        var owner = await ArriveAtAsync(Hand.App.Address);
        await owner.SignInAsync(day.Business.OwnerEmail);
        await Expect(owner.Row("Robin Vale")).ToBeVisibleAsync();
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
}
