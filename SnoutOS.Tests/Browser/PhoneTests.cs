using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>The inbox on a phone, by touch: one thing at a time.</summary>
public sealed class PhoneTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task From_the_list_into_a_conversation_and_back()
    {
        var desk = await Desk.OpenAsync(App);
        var maya = await desk.AddClientAsync("Maya Lindqvist");
        await desk.TextAsync(maya, "Is Biscuit eating?");
        var owner = await OwnerOfAsync(desk, Screen.Phone);
        await Expect(owner.Row("Maya")).ToBeVisibleAsync();
        Assert.True(await FitsAsync(owner), "the list is wider than the phone");

        await owner.Row("Maya").TapAsync();
        await Expect(owner.Bubble("Is Biscuit eating?")).ToBeVisibleAsync();
        await Expect(owner.Row("Maya")).ToBeHiddenAsync();
        Assert.True(await FitsAsync(owner), "the conversation is wider than the phone");

        await owner.Composer.FillAsync("Every crumb!");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).TapAsync();
        await Expect(owner.Bubble("Every crumb!")).ToContainTextAsync("Delivered");

        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).TapAsync();
        await Expect(owner.Row("Maya")).ToContainTextAsync("You: Every crumb!");
        await Expect(owner.Composer).ToHaveCountAsync(0);
    }

    private static Task<bool> FitsAsync(Visitor owner) =>
        owner.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");
}
