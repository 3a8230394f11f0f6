using Microsoft.Playwright;
using SnoutOS.Web.Simulator;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>What people get to see who are not where they should be.</summary>
public sealed class WrongTurnTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_wrong_password_is_told_in_a_friendly_sentence()
    {
        var visitor = await ArriveAsync();
        await visitor.SignInAsync("owner@demo.test", "not-the-password");
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not go together");
        await Expect(visitor.Page.GetByLabel("E-mail")).ToHaveValueAsync("owner@demo.test");
        await Expect(visitor.Page.GetByLabel("Password")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Who_is_not_signed_in_signs_in_and_lands_where_they_wanted_to_go()
    {
        var desk = await Desk.OpenAsync(App);
        var maya = await desk.AddClientAsync("Maya Lindqvist");
        var visitor = await ArriveAsync();
        await visitor.Page.GotoAsync($"/messages/{maya.ThreadId}");
        await visitor.Page.GetByLabel("E-mail").FillAsync(desk.OwnerEmail);
        await visitor.Page.GetByLabel("Password").FillAsync(Support.SnoutApp.Password);
        await visitor.Page.GetByLabel("Password").PressAsync("Enter");
        await Expect(visitor.Find("h2").Filter(new() { HasText = "Maya" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_conversation_that_does_not_exist_is_not_found_and_the_list_still_works()
    {
        var desk = await Desk.OpenAsync(App);
        await desk.AddClientAsync("Maya Lindqvist");
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync($"/messages/{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}");
        await Expect(owner.Page.GetByText("This conversation is not here")).ToBeVisibleAsync();
        await owner.Row("Maya").ClickAsync();
        await Expect(owner.Composer).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Another_business_cannot_open_a_conversation_by_its_address()
    {
        var desk = await Desk.OpenAsync(App);
        var maya = await desk.AddClientAsync("Maya Lindqvist");
        await desk.TextAsync(maya, "Only for Olivia.");

        var stranger = await ArriveAsync();
        await stranger.SignInAsync("owner@other.test", DemoAccounts.Password);
        await Expect(stranger.Row("Lena Marsh")).ToBeVisibleAsync();
        await stranger.OpenAsync($"/messages/{maya.ThreadId}");
        await Expect(stranger.Page.GetByText("This conversation is not here")).ToBeVisibleAsync();
        await Expect(stranger.Page.GetByText("Only for Olivia.")).ToHaveCountAsync(0);
        await Expect(stranger.Page.GetByText("Maya")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_answered_kindly()
    {
        var desk = await Desk.OpenAsync(App);
        var owner = await OwnerOfAsync(desk);
        owner.Tolerate("status of 404");
        await owner.OpenAsync("/walkies/nowhere");
        await Expect(owner.Page.GetByText("found nothing here")).ToBeVisibleAsync();
    }
}
