using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace SnoutOS.Tests.Browser;

public sealed partial class InboxSearchTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_name_or_a_pet_narrows_the_list_and_can_be_shared_by_address()
    {
        var desk = await Desk.OpenAsync(App);
        await desk.AddClientAsync("Maya Lindqvist", "Biscuit");
        await desk.AddClientAsync("Theo Grant", "Pickles");
        var owner = await OwnerOfAsync(desk);

        await owner.Search.FillAsync("pickl");
        await Expect(owner.Find("[data-row] .name")).ToHaveTextAsync(["Theo Grant"]);
        await Expect(owner.Page).ToHaveURLAsync(Address("/messages?q=pickl"));

        await owner.Page.ReloadAsync();
        await Expect(owner.Find("[data-row] .name")).ToHaveTextAsync(["Theo Grant"]);
        await Expect(owner.Search).ToHaveValueAsync("pickl");

        await owner.Search.FillAsync("zebra");
        await Expect(owner.Page.GetByText("No conversation found")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Digits_of_a_phone_find_it_and_stay_out_of_the_address()
    {
        var desk = await Desk.OpenAsync(App);
        await desk.AddClientAsync("Maya Lindqvist");
        var theo = await desk.AddClientAsync("Theo Grant");
        var owner = await OwnerOfAsync(desk);
        await Expect(owner.Row("Maya")).ToBeVisibleAsync();

        await owner.Search.FillAsync(theo.Phone.E164[2..]);
        await Expect(owner.Find("[data-row] .name")).ToHaveTextAsync(["Theo Grant"]);
        await owner.Row(theo.Name).ClickAsync();
        await Expect(owner.Page).ToHaveURLAsync(Address($"/messages/{theo.ThreadId}"));
        await Expect(owner.Find("[data-row] .name")).ToHaveTextAsync(["Theo Grant"]);
        Assert.DoesNotMatch(FiveDigits(), new Uri(owner.Page.Url).Query);
    }

    private string Address(string path) => new Uri(App.Address, path).ToString();

    [GeneratedRegex(@"\d{5}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FiveDigits();
}
