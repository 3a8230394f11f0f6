using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Bookings;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>Who is with whom: given away by mouse, keys and thumb, while others look on.</summary>
public sealed class BookingsTests(Chromium chromium) : BrowserTest(chromium)
{
    private BookingDesk _desk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _desk = await BookingDesk.OpenAsync(App);
    }

    [Fact]
    public async Task Assigning_a_sitter_to_a_weekly_client_shows_the_conversation_in_an_open_inbox()
    {
        await _desk.HireAsync("Ana Silva");
        var booking = await _desk.BookAsync("Maya Lindqvist", hour: 10, Recurrence.Weekly);
        var oscar = await ArriveAsync();
        await oscar.SignInAsync(await _desk.SecondOwnerAsync());
        await oscar.IsInteractiveAsync();
        await Expect(oscar.Page.GetByText("No conversations yet")).ToBeVisibleAsync();

        var olivia = await OwnerOfAsync(_desk.Desk);
        await olivia.OpenAsync(_desk.Week());
        await olivia.Visit("Maya").DragToAsync(olivia.Line("Ana Silva"));
        await Expect(olivia.Dialog().GetByLabel("Sitter")).ToHaveValueAsync((await SitterAsync()).ToString());
        await olivia.Dialog().GetByText("The whole series").ClickAsync();
        await olivia.PressAsync("Save the sitter");
        await Expect(olivia.Line("Ana Silva")).ToContainTextAsync("Maya Lindqvist");

        await oscar.Row("Maya Lindqvist").ClickAsync();
        await Expect(oscar.Find("[data-window]")).ToHaveTextAsync("Ana can write from tomorrow at 9:00 AM");
        Assert.All(await _desk.VisitsAsync(booking), visit => Assert.NotNull(visit.SitterId));
    }

    [Fact]
    public async Task A_visit_is_dragged_onto_a_sitter_and_back_and_another_owners_page_follows()
    {
        await _desk.HireAsync("Ana Silva");
        var booking = await _desk.BookAsync("Theo Grant", hour: 10);
        var oscar = await ArriveAsync();
        await oscar.SignInAsync(await _desk.SecondOwnerAsync());
        await oscar.IsInteractiveAsync();
        await oscar.OpenAsync(_desk.Week());
        await Expect(oscar.Line("Unassigned")).ToContainTextAsync("Theo Grant");

        var olivia = await OwnerOfAsync(_desk.Desk);
        await olivia.OpenAsync(_desk.Week());
        await olivia.Visit("Theo").DragToAsync(olivia.Line("Ana Silva"));
        await Expect(olivia.Line("Ana Silva")).ToContainTextAsync("Theo Grant");
        await Expect(oscar.Line("Ana Silva")).ToContainTextAsync("Theo Grant");
        Assert.NotNull(Assert.Single(await _desk.VisitsAsync(booking)).SitterId);

        await olivia.Visit("Theo").DragToAsync(olivia.Line("Unassigned"));
        await Expect(oscar.Line("Unassigned")).ToContainTextAsync("Theo Grant");
        Assert.Null(Assert.Single(await _desk.VisitsAsync(booking)).SitterId);
    }

    [Fact]
    public async Task A_visit_is_given_away_by_keys_alone()
    {
        await _desk.HireAsync("Ana Silva");
        await _desk.BookAsync("Theo Grant", hour: 10);
        await _desk.BookAsync("Priya Raman", hour: 12);
        var olivia = await OwnerOfAsync(_desk.Desk);
        await olivia.OpenAsync(_desk.Week());
        await Expect(olivia.Visit("Priya")).ToBeVisibleAsync();

        await olivia.KeysAsync("j");
        await Expect(olivia.Visit("Theo")).ToBeFocusedAsync();
        await olivia.KeysAsync("ArrowDown");
        await Expect(olivia.Visit("Priya")).ToBeFocusedAsync();
        await olivia.KeysAsync("Enter");
        await Expect(olivia.Dialog().GetByLabel("Sitter")).ToBeFocusedAsync();
        await olivia.KeysAsync("ArrowDown", "Tab", "Tab", "Tab", "Tab");
        await Expect(olivia.Dialog().GetByRole(AriaRole.Button, new() { Name = "Save the sitter" })).ToBeFocusedAsync();
        await olivia.KeysAsync("Enter");
        await Expect(olivia.Line("Ana Silva")).ToContainTextAsync("Priya Raman");
        await Expect(olivia.Visit("Priya")).ToBeFocusedAsync();

        await olivia.KeysAsync("ArrowUp");
        await Expect(olivia.Visit("Theo")).ToBeFocusedAsync();
        await olivia.Find("h1").FocusAsync();
        await olivia.KeysAsync("t");
        await Expect(olivia.Page).ToHaveURLAsync(new Uri(App.Address, "/bookings").ToString());
        await olivia.KeysAsync("ArrowRight");
        await Expect(olivia.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("week=", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await olivia.KeysAsync("?");
        await Expect(olivia.Dialog()).ToContainTextAsync("Next, previous visit");
        await olivia.KeysAsync("Escape");
        await Expect(olivia.Dialog()).ToHaveCountAsync(0);
        await olivia.KeysAsync("n");
        await Expect(olivia.Dialog().GetByLabel("Client", new() { Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_a_visit_is_given_away_by_touch()
    {
        await _desk.HireAsync("Ana Silva");
        var booking = await _desk.BookAsync("Theo Grant", hour: 10, Recurrence.Weekly);
        var olivia = await OwnerOfAsync(_desk.Desk, Screen.Phone);
        await olivia.Page.GetByRole(AriaRole.Link, new() { Name = "Bookings" }).TapAsync();
        await olivia.OpenAsync(_desk.Week());
        await Expect(olivia.Visit("Theo")).ToContainTextAsync("No sitter");
        await olivia.Visit("Theo").TapAsync();
        await olivia.Dialog().GetByLabel("Sitter").SelectOptionAsync("Ana Silva");
        await olivia.Dialog().GetByText("This visit").TapAsync();
        await olivia.Dialog().GetByRole(AriaRole.Button, new() { Name = "Save the sitter" }).TapAsync();
        await Expect(olivia.Visit("Theo")).ToContainTextAsync("Ana");
        Assert.Single(await _desk.VisitsAsync(booking), visit => visit.SitterId != null);

        await olivia.Page.GetByRole(AriaRole.Button, new() { Name = "More" }).TapAsync();
        await olivia.Page.GetByRole(AriaRole.Link, new() { Name = "Numbers" }).TapAsync();
        await Expect(olivia.Find("h1")).ToHaveTextAsync("Numbers");
        await Expect(olivia.Page.GetByRole(AriaRole.Link, new() { Name = "Numbers" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task One_visit_of_a_series_is_cancelled_and_moved_and_the_others_stay()
    {
        await _desk.HireAsync("Ana Silva");
        var booking = await _desk.BookAsync("Maya Lindqvist", hour: 10, Recurrence.Weekly, await SitterAsync());
        var olivia = await OwnerOfAsync(_desk.Desk);
        await olivia.OpenAsync(_desk.Week());
        await olivia.Visit("Maya").ClickAsync();
        await Expect(olivia.Dialog().GetByRole(AriaRole.Link, new() { Name = "Open the conversation" })).ToBeVisibleAsync();
        await olivia.PressAsync("Move it");
        await olivia.Dialog().GetByLabel("Start time").FillAsync("14:00");
        await olivia.PressAsync("Move");
        await Expect(olivia.Visit("Maya")).ToContainTextAsync("2:00–2:30 PM");

        await olivia.Visit("Maya").ClickAsync();
        await olivia.PressAsync("Cancel it");
        await olivia.PressAsync("Cancel the visit");
        await Expect(olivia.Visit("Maya")).ToHaveCountAsync(0);
        await olivia.Page.GetByRole(AriaRole.Link, new() { Name = "Show cancelled" }).ClickAsync();
        await Expect(olivia.Visit("Maya")).ToHaveCSSAsync("border-top-style", "dashed");
        var visits = await _desk.VisitsAsync(booking);
        Assert.Equal([visits[0].Id], visits.Where(visit => visit.CancelledAt != null).Select(visit => visit.Id));
        Assert.True(visits.Count >= 8);
    }

    [Fact]
    public async Task A_first_meeting_is_opened_and_approved_and_then_the_sitter_may_be_sent()
    {
        var ana = await _desk.HireAsync("Ana Silva");
        await _desk.BookAsync("Sam Okafor", hour: 10, Recurrence.None, ana, "meet-and-greet");
        await using (var db = _desk.Desk.Db())
        {
            var client = await db.Clients.SingleAsync(Stop);
            var start = _desk.Tomorrow.ToDateTime(new TimeOnly(15, 0));
            await App.Get<BookingMaker>().CreateAsync(
                _desk.Desk.Owner, new NewBooking(client.Id, "drop-in", new VisitTime.OnTheClock(start), new VisitTime.OnTheClock(start.AddMinutes(30))), Stop);
        }

        var olivia = await OwnerOfAsync(_desk.Desk);
        await olivia.OpenAsync(_desk.Week());
        await olivia.Visit("Drop-in").DragToAsync(olivia.Line("Ana Silva"));
        await Expect(olivia.Dialog().GetByRole(AriaRole.Alert)).ToHaveTextAsync("This sitter meets the client first. Approve their meet-and-greet, then assign them.");
        await olivia.KeysAsync("Escape");

        await olivia.Visit("Meet-and-greet").ClickAsync();
        await Expect(olivia.Dialog()).ToContainTextAsync("Ana cannot write yet.");
        await olivia.PressAsync("Let Ana write");
        await Expect(olivia.Dialog().Locator("[data-window]")).ToContainTextAsync("Ana can write until");
        await olivia.PressAsync("It went well");
        await Expect(olivia.Dialog()).ToContainTextAsync("you can send Ana to Sam's visits");
        await olivia.KeysAsync("Escape");
        await olivia.Visit("Drop-in").DragToAsync(olivia.Line("Ana Silva"));
        await Expect(olivia.Line("Ana Silva").Locator("[data-visit]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Who_takes_over_a_visit_is_handed_what_the_client_wrote_lately()
    {
        var ana = await _desk.HireAsync("Ana Silva");
        var ben = await _desk.HireAsync("Ben Carter");
        await _desk.BookAsync("Maya Lindqvist", hour: 10, Recurrence.Weekly, ana);
        await _desk.TextAsync("Maya Lindqvist", ana, "The key is under the pot.");
        var olivia = await OwnerOfAsync(_desk.Desk);
        await olivia.OpenAsync(_desk.Week());
        await olivia.Visit("Maya").ClickAsync();
        await olivia.Dialog().GetByLabel("Sitter").SelectOptionAsync("Ben Carter");
        await olivia.PressAsync("Save the sitter");
        await Expect(olivia.Dialog()).ToContainTextAsync("Maya wrote 1 message in the last 24 hours.");
        await olivia.PressAsync("Hand over to Ben");
        await Expect(olivia.Page.GetByText("Ben can read them now.")).ToBeVisibleAsync();
        await using var db = _desk.Desk.Db();
        Assert.Equal(ben, (await db.SharedMessages.SingleAsync(Stop)).SitterId);
    }

    private async Task<Guid> SitterAsync()
    {
        await using var db = _desk.Desk.Db();
        return await db.Sitters.Select(sitter => sitter.Id).SingleAsync(Stop);
    }
}
