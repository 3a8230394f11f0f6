using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Organizations;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Numbers;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Components;

public sealed class NumberGroupTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_texts_go_is_told_only_where_there_is_a_provider_to_ask(bool isThere)
    {
        var clock = TestTime.Clock();
        await using var app = await SnoutApp.StartAsync(new SnoutAppOptions
        {
            Clock = clock,
            Workers = false,
            Services = services => _ = isThere ? services : services.AddSingleton<IProviderNumbers, UnconfiguredProvider>(),
        });
        var business = await app.OpenBusinessAsync();
        await using var pages = new Pages(clock, app, new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner));
        var used = new NumberListing(business.FrontDeskId, business.FrontDesk, NumberClass.FrontDesk, NumberStatus.Active, SitterId: null, Leases: 0);
        Assert.Equal(isThere ? 1 : 0, Show(pages, used).FindComponents<WebhookBadge>().Count);
        Assert.Empty(Show(pages, used with { Status = NumberStatus.Released }).FindComponents<WebhookBadge>());
    }

    private static IRenderedComponent<NumberGroup> Show(Pages pages, NumberListing number) => pages.Render<NumberGroup>(parameters => parameters
        .Add(group => group.Title, "Numbers")
        .Add(group => group.About, "All of them")
        .Add(group => group.ActWord, "Change")
        .Add(group => group.Numbers, [number]));
}
