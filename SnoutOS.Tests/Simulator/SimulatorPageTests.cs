using System.Net;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Simulator;

public sealed class SimulatorPageTests
{
    [Fact]
    public async Task In_Development_the_phones_are_there_for_whoever_signed_in()
    {
        await using var app = await SnoutApp.StartAsync();
        var business = await app.OpenBusinessAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await app.Anonymous().GetAsync("/simulator")).StatusCode);

        var page = await (await app.BrowseAsync(business.OwnerEmail)).GetAsync("/simulator");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Carrier weather", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_there_is_no_such_page_and_no_carrier()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Environment = "Production", Https = true });
        var business = await app.OpenBusinessAsync();
        var owner = await app.BrowseAsync(business.OwnerEmail);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/account")).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/simulator")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/simulator/pictures/Dog")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/simulator/carrier/content/ME00")).StatusCode);
    }

    [Fact]
    public async Task With_an_account_at_the_provider_the_phones_are_switched_off()
    {
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions { Settings = Webhooks.Settings });
        var business = await app.OpenBusinessAsync();

        var page = await (await app.BrowseAsync(business.OwnerEmail)).GetStringAsync("/simulator");

        Assert.Contains("The phones are switched off", page, StringComparison.Ordinal);
    }
}
