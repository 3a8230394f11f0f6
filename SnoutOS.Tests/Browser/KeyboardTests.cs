using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

public sealed class KeyboardTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_list_is_walked_and_a_conversation_answered_without_a_mouse()
    {
        var desk = await Desk.OpenAsync(App);
        var clients = await desk.AddClientsAsync(["Maya Lindqvist", "Theo Grant", "Priya Raman"], TimeSpan.FromHours(1));
        var owner = await OwnerOfAsync(desk);
        await Expect(owner.Row("Priya")).ToBeVisibleAsync();

        await PressAsync(owner, "j", "j", "j");
        await Expect(owner.Row("Priya").Locator("a")).ToBeFocusedAsync();
        await PressAsync(owner, "k");
        await Expect(owner.Row("Theo").Locator("a")).ToBeFocusedAsync();
        await PressAsync(owner, "Enter");
        await Expect(owner.Page).ToHaveURLAsync(new Uri(App.Address, $"/messages/{clients[1].ThreadId}").ToString());

        await Expect(owner.Composer).ToBeVisibleAsync();
        await PressAsync(owner, "r");
        await Expect(owner.Composer).ToBeFocusedAsync();
        await owner.Page.Keyboard.TypeAsync("Just a jolly kick?");
        await PressAsync(owner, "Enter");
        await Expect(owner.Bubble("Just a jolly kick?")).ToBeVisibleAsync();

        await PressAsync(owner, "Escape");
        await Expect(owner.Composer).Not.ToBeFocusedAsync();
        await PressAsync(owner, "Escape");
        await Expect(owner.Page).ToHaveURLAsync(new Uri(App.Address, "/messages").ToString());
    }

    [Fact]
    public async Task A_slash_searches_and_a_question_mark_tells_the_keys()
    {
        var desk = await Desk.OpenAsync(App);
        await desk.AddClientAsync("Maya Lindqvist");
        var owner = await OwnerOfAsync(desk);
        await Expect(owner.Row("Maya")).ToBeVisibleAsync();

        await PressAsync(owner, "/");
        await Expect(owner.Search).ToBeFocusedAsync();
        await Expect(owner.Search).ToHaveValueAsync("");
        await PressAsync(owner, "Escape", "?");
        await Expect(owner.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Next, previous conversation");
        await Expect(owner.Find("h1")).Not.ToBeFocusedAsync();
        await PressAsync(owner, "Escape");
        await Expect(owner.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task PressAsync(Visitor owner, params string[] keys)
    {
        foreach (var key in keys)
        {
            await owner.Page.Keyboard.PressAsync(key);
        }
    }
}
