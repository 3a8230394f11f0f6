using System.Globalization;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>What the product is for: a client writes, the owner sees it and answers, the answer arrives.</summary>
public sealed class MainJobTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Times = 15;

    // A person does not notice less than half of this; a busy machine may take the rest.
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_text_appears_is_answered_and_the_answer_arrives()
    {
        var desk = await Desk.OpenAsync(App);
        var maya = await desk.AddClientAsync("Maya Lindqvist", "Biscuit");
        var owner = await OwnerOfAsync(desk);
        await Expect(owner.Row(maya.Name)).ToBeVisibleAsync();

        await desk.PostAsync(maya, "Is Biscuit eating?");
        await Expect(owner.Row(maya.Name)).ToContainTextAsync("Is Biscuit eating?");
        await owner.Row(maya.Name).ClickAsync();
        await Expect(owner.Bubble("Is Biscuit eating?")).ToBeVisibleAsync();

        await owner.Composer.FillAsync("Every crumb!");
        await owner.Composer.PressAsync("Enter");
        await Expect(owner.Bubble("Every crumb!")).ToBeVisibleAsync();
        await Expect(owner.Bubble("Every crumb!")).ToContainTextAsync("Delivered");
        Assert.Equal("Every crumb!", Assert.Single(desk.ArrivedAt(maya)));
    }

    [Fact]
    public async Task A_text_is_on_the_owners_screen_within_a_moment_of_its_webhook()
    {
        var desk = await Desk.OpenAsync(App);
        var maya = await desk.AddClientAsync("Maya Lindqvist");
        var owner = await OwnerOfAsync(desk);
        await owner.OpenAsync($"/messages/{maya.ThreadId}");
        await desk.TextAsync(maya, "Hello!");
        await Expect(owner.Bubble("Hello!")).ToBeVisibleAsync();

        var waits = new List<double>();
        foreach (var number in Enumerable.Range(1, Times))
        {
            var text = $"Message {number.ToString(CultureInfo.InvariantCulture)}";
            var wait = await owner.Page.UntilPaintedAsync(text, () => desk.PostAsync(maya, text));
            waits.Add(wait.TotalMilliseconds);
        }

        waits.Sort();
        Artifacts.Figure(
            "Webhook to paint",
            string.Create(CultureInfo.InvariantCulture, $"median {waits[Times / 2]:0} ms, longest {waits[^1]:0} ms, of {Times}"));
        Assert.InRange(waits[Times / 2], 0, Bearable.TotalMilliseconds);
    }
}
