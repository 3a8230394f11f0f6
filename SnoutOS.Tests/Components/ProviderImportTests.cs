using Bunit;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Simulator;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Numbers;
using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Tests.Components;

public sealed class ProviderImportTests(AppWithPhones product) : IClassFixture<AppWithPhones>, IAsyncLifetime
{
    private Business _business = null!;
    private Pages _pages = null!;

    public async ValueTask InitializeAsync()
    {
        _business = await product.App.OpenBusinessAsync();
        _pages = new Pages(product.Clock, product.App, new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner));
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task A_number_is_imported_and_then_connected()
    {
        var number = new CarrierNumber
        {
            Sid = $"PN{Webhooks.NewSid()[2..]}",
            Address = Businesses.NextNumber().E164,
            SmsUrl = "https://elsewhere.example",
            RentedAt = product.Clock.GetUtcNow(),
        };
        product.App.Get<CarrierState>().Numbers.Rent(number);
        var whole = PhoneNumberReader.Whole(PhoneNumber.Parse(number.Address, null));
        var news = 0;

        var import = _pages.Render<ProviderImport>(parameters => parameters.Add(card => card.OnImported, () => news++));
        await import.Find("button").ClickAsync();
        await Pages.EventuallyAsync(product.Clock, () => RowOf(import, whole));
        Assert.True(import.Find("button[type=submit]").HasAttribute("disabled"));
        await RowOf(import, whole).QuerySelector("input")!.ChangeAsync(true);
        await import.Find("form").SubmitAsync();
        await Pages.EventuallyAsync(product.Clock, () => Assert.Contains("Yours already", RowOf(import, whole).TextContent, StringComparison.Ordinal));
        Assert.Equal(1, news);

        await using var db = product.App.Db(_business.OrganizationId);
        var row = await db.Numbers.SingleAsync(other => other.ProviderSid == number.Sid);
        var badge = _pages.Render<WebhookBadge>(parameters => parameters.Add(one => one.NumberId, row.Id).Add(one => one.State, row.Webhook).Add(one => one.CheckedAt, row.WebhookCheckedAt));
        Assert.Contains("Not connected", badge.Markup, StringComparison.Ordinal);
        await badge.FindAll("button")[0].ClickAsync();
        await Pages.EventuallyAsync(product.Clock, () => Assert.Equal("Connected", badge.Find(".tag").TextContent));
        Assert.Single(badge.FindAll("button"));
    }

    private static AngleSharp.Dom.IElement RowOf(IRenderedComponent<ProviderImport> import, string whole) =>
        import.FindAll("li").Single(row => row.QuerySelector(".number")!.TextContent == whole);
}
