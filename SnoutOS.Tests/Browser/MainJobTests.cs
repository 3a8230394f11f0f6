using System.Globalization;
using Microsoft.Playwright;
using SnoutOS.Web.Simulator;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>What the product is for: a client writes, the owner sees it and answers, the answer arrives.</summary>
public sealed class MainJobTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Times = 15;

    // A person does not notice less than half of this; a busy machine may take the rest.
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_text_typed_on_a_phone_appears_is_answered_and_the_answer_arrives()
    {
        var olivia = await ArriveAsync();
        await olivia.SignInAsync("owner@demo.test", DemoAccounts.Password);
        await Expect(olivia.Row("Felix Novak")).ToBeVisibleAsync();

        var elsewhere = await ArriveAsync();
        await elsewhere.SignInAsync("admin@demo.test", DemoAccounts.Password);
        await elsewhere.OpenAsync("/simulator");
        await elsewhere.Page.GetByRole(AriaRole.Button, new() { Name = "Felix Novak" }).First.ClickAsync();
        var phone = elsewhere.Find("[data-phone='Felix Novak']");
        await phone.GetByRole(AriaRole.Textbox).FillAsync("Did Turbo eat?");
        await phone.GetByRole(AriaRole.Textbox).PressAsync("Enter");

        await Expect(olivia.Find("[data-row]").First).ToContainTextAsync("Did Turbo eat?");
        await olivia.Row("Felix Novak").ClickAsync();
        await Expect(olivia.Bubble("Did Turbo eat?")).ToBeVisibleAsync();

        await olivia.Composer.FillAsync("Every crumb!");
        var wait = await olivia.Page.UntilPaintedAsync("Every crumb!", () => olivia.Composer.PressAsync("Enter"));
        Artifacts.Figure("Enter to bubble", string.Create(CultureInfo.InvariantCulture, $"{wait.TotalMilliseconds:0} ms"));
        await Expect(olivia.Bubble("Every crumb!")).ToContainTextAsync("Delivered");
        await Expect(phone).ToContainTextAsync("Every crumb!");
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
