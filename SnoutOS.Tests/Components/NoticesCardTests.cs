using Bunit;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Notices;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Settings;

namespace SnoutOS.Tests.Components;

public sealed class NoticesCardTests(AppWithClock product) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private Business _business = null!;
    private Actor _owner = null!;
    private Pages _pages = null!;

    public async ValueTask InitializeAsync()
    {
        _business = await product.App.OpenBusinessAsync("Pine Street Pets");
        _owner = new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);
        _pages = new Pages(product.Clock, product.App, _owner);
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task Whoever_writes_sees_what_would_be_sent_and_keeps_it()
    {
        var card = await ShowAsync<NoticesCard>("[data-notice=AfterHours]");
        await card.Find("[data-notice=AfterHours] textarea").InputAsync("{business} is asleep 🐶. Text {frontDesk}.");
        var preview = card.Find("[data-notice=AfterHours] .bubble").TextContent;
        Assert.Equal($"Pine Street Pets is asleep 🐶. Text {PhoneNumberReader.Whole(_business.FrontDesk)}.", preview);
        Assert.StartsWith("1 text · ", card.Find("[data-notice=AfterHours] small").TextContent, StringComparison.Ordinal);

        await card.Find("[data-notice=AfterHours] form, form[data-notice=AfterHours]").SubmitAsync();
        var kept = (await product.App.Get<NoticeTexts>().ListAsync(_owner, CancellationToken.None)).Single(notice => notice.Kind == NoticeKind.AfterHours);
        Assert.Equal((preview, false), (kept.Preview, kept.IsUsual));
    }

    [Fact]
    public async Task Words_that_do_not_say_who_is_writing_are_spoken_of_at_once_and_not_kept()
    {
        var card = await ShowAsync<NoticesCard>("[data-notice=PoolMismatch]");
        Assert.Empty(card.FindAll("[role=alert]"));
        await card.Find("[data-notice=PoolMismatch] textarea").InputAsync("Wrong number.");
        Assert.Contains("{business}", card.Find("[data-notice=PoolMismatch] [role=alert]").TextContent, StringComparison.Ordinal);
        await card.Find("form[data-notice=PoolMismatch]").SubmitAsync();
        Assert.All(await product.App.Get<NoticeTexts>().ListAsync(_owner, CancellationToken.None), notice => Assert.True(notice.IsUsual));
    }

    [Fact]
    public async Task Callers_always_hear_something()
    {
        var card = await ShowAsync<NoticesCard>("[data-notice=VoiceAnswer]");
        Assert.Empty(card.FindAll("[data-notice=VoiceAnswer] input[type=checkbox]"));
        Assert.Single(card.FindAll("[data-notice=AfterHours] input[type=checkbox]"));
    }

    [Fact]
    public async Task Hours_are_kept_and_say_at_once_whether_the_office_is_open()
    {
        var card = await ShowAsync<BusinessHoursCard>("[data-day=Wednesday]");
        Assert.Contains("always open", card.Find("[role=status]").TextContent, StringComparison.Ordinal);

        // The clock stands at a Wednesday noon.
        await card.Find("[data-day=Wednesday] input[type=checkbox]").ChangeAsync(true);
        Assert.Contains("you are open right now", card.Find("[role=status]").TextContent, StringComparison.Ordinal);
        await card.Find("[aria-label='Wednesday opens']").ChangeAsync("12:30:00");
        Assert.Contains("you are closed right now", card.Find("[role=status]").TextContent, StringComparison.Ordinal);

        await card.Find("form").SubmitAsync();
        var week = await product.App.Get<OfficeHours>().ReadAsync(_owner, CancellationToken.None);
        Assert.Equal([new OpenDay(DayOfWeek.Wednesday, new TimeOnly(12, 30), new TimeOnly(18, 0))], week.Days);
    }

    private async Task<IRenderedComponent<T>> ShowAsync<T>(string until)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var card = _pages.Render<T>();
        await Pages.EventuallyAsync(product.Clock, () => card.Find(until));
        return card;
    }
}
