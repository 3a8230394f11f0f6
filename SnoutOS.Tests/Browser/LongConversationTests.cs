using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

public sealed class LongConversationTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Messages = 300;

    // Where a line stands in the window of the conversation, in pixels.
    private const string TopOf = """
        text => [...document.querySelectorAll("[data-message] .text")].find(line => line.textContent === text)?.getBoundingClientRect().top
        """;

    [Fact]
    public async Task Older_messages_load_above_and_what_is_being_read_stays_where_it_is()
    {
        var (_, _, owner) = await OpenAsync();
        await Expect(owner.Bubble("Walk number 300.")).ToBeInViewportAsync();
        await Expect(owner.Bubble("Walk number 200.")).ToHaveCountAsync(0);

        var top = Messages;
        while (top > 1)
        {
            var first = owner.Find("[data-message] .text").First;
            var text = await first.InnerTextAsync();
            await first.ScrollIntoViewIfNeededAsync();
            var before = await owner.Page.EvaluateAsync<double>(TopOf, text);
            await Expect(first).Not.ToHaveTextAsync(text);
            Assert.Equal(before, await owner.Page.EvaluateAsync<double>(TopOf, text), tolerance: 3);
            top = int.Parse((await owner.Find("[data-message] .text").First.InnerTextAsync()).Trim('.').Split(' ')[^1], CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task A_new_message_does_not_move_who_reads_an_old_one()
    {
        var (desk, maya, owner) = await OpenAsync();
        await owner.Bubble("Walk number 270.").ScrollIntoViewIfNeededAsync();
        await Expect(owner.Bubble("Walk number 270.")).ToBeInViewportAsync();
        var before = await owner.Page.EvaluateAsync<double>(TopOf, "Walk number 270.");

        await desk.TextAsync(maya, "And today?");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "New messages" }).WaitForAsync();
        Assert.Equal(before, await owner.Page.EvaluateAsync<double>(TopOf, "Walk number 270."), tolerance: 3);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "New messages" }).ClickAsync();
        await Expect(owner.Bubble("And today?")).ToBeInViewportAsync();
    }

    private async Task<(Desk Desk, DeskClient Maya, Visitor Owner)> OpenAsync()
    {
        var desk = await Desk.OpenAsync(App);
        var maya = await desk.AddClientAsync("Maya Lindqvist");
        await desk.AddHistoryAsync(maya, Messages);
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync($"/messages/{maya.ThreadId}");
        return (desk, maya, owner);
    }
}
