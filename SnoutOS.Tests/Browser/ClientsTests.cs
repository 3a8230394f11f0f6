using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>What an owner does on the page of clients.</summary>
public sealed partial class ClientsTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_client_is_added_and_whoever_looks_at_the_list_sees_them_come(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var (owner, other) = (await OwnerOfAsync(desk, screen), await OwnerOfAsync(desk));
        await owner.OpenAsync("/clients");
        await other.OpenAsync("/clients");
        await Expect(other.Page.GetByText("No clients yet")).ToBeVisibleAsync();
        await PictureAsync(owner, screen, "clients-empty");

        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Add a client" }).ClickAsync();
        await PressAsync(owner, "Add the client");
        await Expect(Dialog(owner).GetByText("A client needs a name.")).ToBeVisibleAsync();
        await Field(owner, "Name").FillAsync("Robin Vale");
        await Field(owner, "Phone").FillAsync("12");
        await PressAsync(owner, "Add the client");
        await Expect(Dialog(owner).GetByText("This does not read like a phone number.")).ToBeVisibleAsync();
        await Field(owner, "Phone").FillAsync(PhoneNumberReader.Whole(desk.FrontDesk));
        await PressAsync(owner, "Add the client");
        await Expect(Dialog(owner).GetByText("This is a number of a business.")).ToBeVisibleAsync();
        await PictureAsync(owner, screen, "client-refused");

        var phone = Businesses.NextNumber();
        await Field(owner, "Phone").FillAsync(PhoneNumberReader.Whole(phone));
        await Dialog(owner).GetByLabel("Pets").FillAsync("Biscuit");
        await Dialog(owner).GetByLabel("Do they come regularly?").SelectOptionAsync("Yes, recurring");
        await PressAsync(owner, "Add the client");
        await Expect(owner.Page.GetByText("Robin Vale is on your list.")).ToBeVisibleAsync();
        foreach (var visitor in (Visitor[])[owner, other])
        {
            await Expect(Row(visitor, "Robin Vale")).ToContainTextAsync("Biscuit");
            await Expect(Row(visitor, "Robin Vale")).ToContainTextAsync("Recurring");
            await Expect(Row(visitor, "Robin Vale")).ToContainTextAsync(phone.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_phone_of_another_card_is_refused_at_its_field_and_can_be_moved_from_there(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var (maya, theo) = (await desk.AddClientAsync("Maya Lindqvist", "Biscuit"), await desk.AddClientAsync("Theo Grant"));
        var owner = await OwnerOfAsync(desk, screen);
        await owner.OpenAsync("/clients");
        await Row(owner, "Maya Lindqvist").ClickAsync();
        await Expect(Field(owner, "Phone")).ToHaveValueAsync(PhoneNumberReader.Whole(maya.Phone));
        await Expect(Dialog(owner)).ToContainTextAsync("Front desk");
        await PictureAsync(owner, screen, "client-card");
        await Dialog(owner).GetByRole(AriaRole.Button, new() { Name = "Another phone" }).ClickAsync();
        await Field(owner, "Phone, 2").FillAsync(PhoneNumberReader.Whole(theo.Phone));
        await PressAsync(owner, "Save");
        await Expect(Dialog(owner).GetByText("This phone is on Theo Grant's card.")).ToBeVisibleAsync();
        await Expect(Field(owner, "Phone, 2")).ToHaveAttributeAsync("aria-invalid", "true");
        await PictureAsync(owner, screen, "client-phone-taken");

        await Field(owner, "Name").FillAsync("Maya Lind");
        await PressAsync(owner, "Move the phone here");
        await Expect(owner.Page.GetByText("Maya Lind's card is saved.")).ToBeVisibleAsync();
        await Expect(Row(owner, "Maya Lind")).ToContainTextAsync($"{maya.Phone} +1");
        await using var db = desk.Db();
        Assert.Equal("Maya Lind", (await CardWithAsync(db, theo.Phone))!.Name);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_contact_who_texted_in_is_spam_and_back_and_becomes_a_client(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var owner = await OwnerOfAsync(desk, screen);
        await owner.OpenAsync("/clients?show=contacts");
        await Expect(owner.Page.GetByText("No contacts")).ToBeVisibleAsync();
        var stranger = new DeskClient("", Businesses.NextNumber(), Guid.Empty);
        await desk.PostAsync(stranger, "Do you walk greyhounds?");
        var name = $"Unknown {stranger.Phone}";
        await Row(owner, name).ClickAsync();
        await Expect(Dialog(owner)).ToContainTextAsync("Give them a name to make them a client");
        await PictureAsync(owner, screen, "contact-card");
        await PressAsync(owner, "Mark as spam");
        await Expect(Row(owner, name)).ToHaveCountAsync(0);

        await Tab(owner, "Spam").ClickAsync();
        await Row(owner, name).ClickAsync();
        await PressAsync(owner, "Not spam");
        await Expect(owner.Page.GetByText("No spam")).ToBeVisibleAsync();

        await Tab(owner, "Contacts").ClickAsync();
        await Row(owner, name).ClickAsync();
        await PressAsync(owner, "Make them a client");
        await Expect(Dialog(owner).GetByText("A client needs a name.")).ToBeVisibleAsync();
        await Field(owner, "Name").FillAsync("Grey Hale");
        await PressAsync(owner, "Make them a client");
        await Expect(owner.Page.GetByText("Grey Hale is on your list.")).ToBeVisibleAsync();
        await Tab(owner, "Clients").ClickAsync();
        await Row(owner, "Grey Hale").ClickAsync();
        await Dialog(owner).GetByRole(AriaRole.Link, new() { Name = "Front desk" }).ClickAsync();
        await Expect(owner.Bubble("Do you walk greyhounds?")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Two_cards_of_one_person_are_merged_and_parted_again(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var (maya, second) = (await desk.AddClientAsync("Maya Lindqvist", "Biscuit"), await desk.AddClientAsync("M. Lindqvist"));
        await GiveVisitAsync(desk, second);
        var owner = await OwnerOfAsync(desk, screen);
        await owner.OpenAsync("/clients");
        await Row(owner, "M. Lindqvist").ClickAsync();
        await PressAsync(owner, "Merge with another client");
        await Dialog(owner).GetByRole(AriaRole.Searchbox).FillAsync("biscuit");
        await Dialog(owner).GetByText("Maya Lindqvist").First.ClickAsync();
        await Expect(Dialog(owner)).ToContainTextAsync($"Phone {second.Phone} moves to Maya Lindqvist.");
        await Expect(Dialog(owner)).ToContainTextAsync("1 booking moves with all visits.");
        await Expect(Dialog(owner)).ToContainTextAsync("1 conversation stays as an earlier one");
        await PictureAsync(owner, screen, "client-merge");
        await PressAsync(owner, "Merge the cards");

        await Expect(Dialog(owner)).ToContainTextAsync("M. Lindqvist was merged into this card");
        await Expect(Field(owner, "Phone, 2")).ToHaveValueAsync(PhoneNumberReader.Whole(second.Phone));
        await PictureAsync(owner, screen, "client-merged");
        await owner.Page.Keyboard.PressAsync("Escape");
        await Expect(Row(owner, "M. Lindqvist")).ToHaveCountAsync(0);

        await owner.OpenAsync($"/clients?client={await IdOfAsync(desk, second)}");
        await Expect(Dialog(owner)).ToContainTextAsync("Merged into Maya Lindqvist");
        await PressAsync(owner, "Undo the merge");
        await Expect(Row(owner, "M. Lindqvist")).ToContainTextAsync(second.Phone.ToString());
        await using var db = desk.Db();
        Assert.Equal("M. Lindqvist", (await CardWithAsync(db, second.Phone))!.Name);
        Assert.Equal("Maya Lindqvist", (await CardWithAsync(db, maya.Phone))!.Name);
    }

    [Fact]
    public async Task One_phone_moves_to_whose_it_is()
    {
        var desk = await Desk.OpenAsync(App);
        var (maya, theo) = (await desk.AddClientAsync("Maya Lindqvist"), await desk.AddClientAsync("Theo Grant", "Pickles"));
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync("/clients");
        await Row(owner, "Maya Lindqvist").ClickAsync();
        await PressAsync(owner, "Move a phone");
        await Dialog(owner).GetByRole(AriaRole.Searchbox).FillAsync(theo.Phone.E164[2..]);
        await Dialog(owner).GetByText("Theo Grant").First.ClickAsync();
        await Expect(Dialog(owner)).ToContainTextAsync("Maya Lindqvist has no other phone");
        await PressAsync(owner, "Move the phone");
        await Expect(owner.Page.GetByText($"{maya.Phone} is Theo Grant's phone now.")).ToBeVisibleAsync();
        await using var db = desk.Db();
        Assert.Equal("Theo Grant", (await CardWithAsync(db, maya.Phone))!.Name);
    }

    [Fact]
    public async Task A_search_finds_names_pets_and_phones_and_keeps_phones_out_of_the_address()
    {
        var desk = await Desk.OpenAsync(App);
        await desk.AddClientAsync("Maya Lindqvist", "Biscuit");
        var theo = await desk.AddClientAsync("Theo Grant", "Pickles");
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync("/clients");
        await owner.Search.FillAsync("pickl");
        await Expect(owner.Find("[data-client] .name")).ToHaveTextAsync(["Theo Grant"]);
        await Expect(owner.Page).ToHaveURLAsync(new Uri(App.Address, "/clients?q=pickl").ToString());
        await owner.Page.ReloadAsync();
        await Expect(owner.Search).ToHaveValueAsync("pickl");

        await owner.Search.FillAsync("zebra");
        await Expect(owner.Page.GetByText("Nobody found")).ToBeVisibleAsync();
        await owner.Search.FillAsync(theo.Phone.E164[2..]);
        await Expect(owner.Find("[data-client] .name")).ToHaveTextAsync(["Theo Grant"]);
        Assert.Equal("", new Uri(owner.Page.Url).Query);
        await Row(owner, "Theo Grant").ClickAsync();
        await Expect(Field(owner, "Name")).ToHaveValueAsync("Theo Grant");
        await Expect(owner.Find("[data-client] .name")).ToHaveTextAsync(["Theo Grant"]);
        Assert.DoesNotMatch(OtherQuery(), new Uri(owner.Page.Url).Query);
        await owner.Page.GoBackAsync();
        await Expect(Dialog(owner)).ToHaveCountAsync(0);
        await using var db = desk.Db();
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "client.numbers_revealed"));
    }

    [Fact]
    public async Task A_long_list_is_read_as_far_as_one_scrolls_and_keeps_its_place_around_a_card()
    {
        var desk = await Desk.OpenAsync(App);
        await desk.AddClientsAsync([.. Enumerable.Range(1, 400).Select(number => $"Client {number:000}")], TimeSpan.FromDays(1));
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync("/clients");
        await Expect(Row(owner, "Client 001")).ToBeVisibleAsync();
        await Expect(Row(owner, "Client 200")).ToHaveCountAsync(0);
        await owner.Find("#content").EvaluateAsync("content => content.scrollTo(0, content.scrollHeight)");
        await Row(owner, "Client 400").ClickAsync();
        await Expect(Field(owner, "Name")).ToHaveValueAsync("Client 400");
        await owner.Page.Keyboard.PressAsync("Escape");
        await Expect(Dialog(owner)).ToHaveCountAsync(0);
        await Expect(Row(owner, "Client 400")).ToBeInViewportAsync();
        await Expect(Row(owner, "Client 400").GetByRole(AriaRole.Link)).ToBeFocusedAsync();
    }

    [GeneratedRegex(@"^(?!\?client=[0-9a-f-]{36}$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OtherQuery();
}
