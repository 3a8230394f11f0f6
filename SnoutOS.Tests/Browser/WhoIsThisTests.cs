using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Sitters;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>What a conversation tells an owner of the people in it: who wrote, who sees it, what a word was meant for.</summary>
public sealed class WhoIsThisTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Somebody_unknown_is_given_a_name_where_they_wrote(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var stranger = new DeskClient("", Businesses.NextNumber(), Guid.Empty);
        await desk.PostAsync(stranger, "Do you watch cats?");
        var owner = await OwnerOfAsync(desk, screen);
        await owner.Row("Do you watch cats?").ClickAsync();
        await Expect(Bar(owner, "contact")).ToContainTextAsync("Who is this?");
        await PictureAsync(owner, screen, "contact");
        await Press(owner, "Make a client").ClickAsync();
        await Expect(Bar(owner, "contact").GetByRole(AriaRole.Alert)).ToHaveTextAsync("A client needs a name.");
        await Bar(owner, "contact").GetByLabel("Name").FillAsync("Robin Vale");
        await Bar(owner, "contact").GetByLabel("Pets").FillAsync("Miso");
        await Press(owner, "Make a client").ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Robin Vale" })).ToBeVisibleAsync();
        await Expect(Bar(owner, "contact")).ToHaveCountAsync(0);
        await using var db = desk.Db();
        Assert.Equal((ClientKind.Client, "Miso"), await db.Clients.Select(row => new ValueTuple<ClientKind, string>(row.Kind, row.Pets)).SingleAsync(Stop));
        Assert.Equal(stranger.Phone, (await db.ClientPhones.SingleAsync(Stop)).Phone);
    }

    [Fact]
    public async Task Spam_leaves_the_inbox_and_can_come_back()
    {
        var desk = await Desk.OpenAsync(App);
        await desk.PostAsync(new DeskClient("", Businesses.NextNumber(), Guid.Empty), "You won a cruise");
        var owner = await OwnerOfAsync(desk);
        await owner.Row("You won a cruise").ClickAsync();
        await Press(owner, "It is spam").ClickAsync();
        await Expect(owner.Row("You won a cruise")).ToHaveCountAsync(0);
        await Bar(owner, "spam").GetByRole(AriaRole.Button, new() { Name = "Not spam" }).ClickAsync();
        await Expect(Bar(owner, "contact")).ToBeVisibleAsync();
        await Expect(owner.Row("You won a cruise")).ToHaveCountAsync(1);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task What_the_owner_writes_is_seen_by_the_sitter_as_the_switch_says(Screen screen)
    {
        var care = await CareDesk.OpenAsync(App);
        var (ana, maya) = (await care.HireAsync("Ana Silva"), await care.Desk.AddClientAsync("Maya Lindqvist", "Biscuit"));
        await care.BookAsync(maya, ana, -5);
        var thread = await care.OpenThreadAsync(maya);
        var owner = await OwnerOfAsync(care.Desk, screen);
        await owner.OpenAsync($"/messages/{thread}");
        var sees = owner.Page.GetByLabel("Ana sees this");
        await Expect(sees).Not.ToBeCheckedAsync();
        await care.TextAsync(maya, "Is he eating?");
        await Expect(sees).ToBeCheckedAsync();
        await SayAsync(owner, "Ana will tell you");
        await Expect(owner.Bubble("Ana will tell you")).ToContainTextAsync("Ana sees this");
        await sees.UncheckAsync();
        await SayAsync(owner, "Between the two of us");
        await Expect(owner.Bubble("Between the two of us")).ToContainTextAsync("Delivered");
        await Expect(owner.Bubble("Between the two of us")).Not.ToContainTextAsync("sees this");
        await Expect(sees).ToBeCheckedAsync();

        await App.Get<OfficeNotes>().LeaveAsync(ana, thread, "His paw looks sore", Stop);
        await Expect(owner.Find("[data-note]")).ToContainTextAsync("Ana Silva to the office");
        await PictureAsync(owner, screen, "sees-and-note");
        await owner.OpenAsync("/messages?inbox=owner");
        await Expect(owner.Row("Maya")).ToContainTextAsync("Note for you");
        await PictureAsync(owner, screen, "note-in-list");
        await owner.OpenAsync($"/messages/{maya.ThreadId}");
        await Expect(owner.Composer).ToBeVisibleAsync();
        await Expect(owner.Page.GetByLabel("Ana sees this")).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Cancel_asks_whether_a_visit_was_meant_and_a_visit_gets_its_sitter_from_here(Screen screen)
    {
        var care = await CareDesk.OpenAsync(App);
        var (_, maya) = (await care.HireAsync("Ana Silva"), await care.Desk.AddClientAsync("Maya Lindqvist", "Biscuit"));
        await care.BookAsync(maya, sitter: null, 120);
        await care.Desk.TextAsync(maya, "Cancel");
        var owner = await OwnerOfAsync(care.Desk, screen);
        await owner.OpenAsync($"/messages/{maya.ThreadId}");
        await Expect(Bar(owner, "cancel")).ToContainTextAsync("Did they mean a visit? The next one is");
        await Expect(Bar(owner, "cancel")).ToContainTextAsync("they text START");
        await PictureAsync(owner, screen, "cancel");
        await Bar(owner, "assign").GetByRole(AriaRole.Button, new() { Name = "Assign a sitter" }).ClickAsync();
        var dialog = owner.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Sitter").SelectOptionAsync("Ana Silva");
        await PictureAsync(owner, screen, "assign");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        await Expect(Bar(owner, "assign")).ToHaveCountAsync(0);
        await using (var db = care.Desk.Db())
        {
            Assert.NotNull((await db.Visits.SingleAsync(Stop)).SitterId);
        }

        await owner.Find(".handled").ClickAsync();
        await Expect(Bar(owner, "cancel")).ToHaveCountAsync(0);
        await Expect(Bar(owner, "standing")).ToContainTextAsync("opted out");
    }

    [Fact]
    public async Task A_merged_clients_conversation_can_be_read_and_says_where_it_goes_on()
    {
        var desk = await Desk.OpenAsync(App);
        var (old, survivor) = (await desk.AddClientAsync("M. Lindqvist"), await desk.AddClientAsync("Maya Lindqvist"));
        await desk.TextAsync(old, "Hello from my old phone");
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync($"/messages/{old.ThreadId}");
        await Expect(owner.Composer).ToBeVisibleAsync();
        await using var db = desk.Db();
        var ids = await db.Threads.ToDictionaryAsync(row => row.Id, row => row.ClientId, Stop);
        Assert.Equal(MergeResult.Done, await App.Get<ClientMerges>().MergeAsync(desk.Owner, ids[old.ThreadId], ids[survivor.ThreadId], Stop));
        await Expect(Bar(owner, "merged")).ToContainTextAsync("earlier conversation");
        await Expect(owner.Composer).ToHaveCountAsync(0);
        await Expect(owner.Bubble("Hello from my old phone")).ToBeVisibleAsync();
        await PictureAsync(owner, Screen.Desktop, "merged");
        await Bar(owner, "merged").GetByRole(AriaRole.Link, new() { Name = "It goes on here" }).ClickAsync();
        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{survivor.ThreadId}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(owner.Composer).ToBeVisibleAsync();
    }

    private static ILocator Bar(Visitor visitor, string name) => visitor.Find($"[data-bar='{name}']");

    private static ILocator Press(Visitor visitor, string words) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    private static async Task SayAsync(Visitor visitor, string body)
    {
        await visitor.Composer.FillAsync(body);
        await Press(visitor, "Send").ClickAsync();
    }

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"who-{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }
}
