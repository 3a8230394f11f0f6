using Microsoft.Playwright;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Simulator.Carrier;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

/// <summary>Where the provider sends what arrives on each of the business's numbers, and setting it right.</summary>
public sealed class WebhookTests(Chromium chromium) : BrowserTest(chromium)
{
    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone.Dark];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_number_is_checked_and_connected_where_it_stands(Screen screen)
    {
        var desk = await Desk.OpenAsync(App);
        var number = Businesses.NextNumber();
        await App.Get<NumberBook>().AddAsync(desk.Owner, number, NumberClass.Pool, sitterId: null, Stop);
        desk.Carrier.Numbers.Rent(new CarrierNumber
        {
            Sid = $"PN{Webhooks.NewSid()[2..]}",
            Address = number.E164,
            SmsUrl = "https://elsewhere.example",
            RentedAt = App.Get<TimeProvider>().GetUtcNow(),
        });
        var owner = await OwnerOfAsync(desk, screen);
        await owner.OpenAsync("/numbers");
        var row = owner.Find($"[data-number='{number.LastFour}']");
        await Expect(row).ToContainTextAsync("Not checked");
        await row.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Not connected");
        await PictureAsync(owner, screen, "checked");
        await row.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();
        await Expect(row.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(row.GetByRole(AriaRole.Button, new() { Name = "Connect" })).ToHaveCountAsync(0);
        await owner.Page.ReloadAsync();
        await Expect(row.GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task PictureAsync(Visitor visitor, Screen screen, string name)
    {
        await visitor.HasSettledAsync();
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artifacts.Path("screenshots", $"webhook-{name}-{screen}.jpg"), Type = ScreenshotType.Jpeg });
    }
}
