using Bunit;
using Microsoft.AspNetCore.Components.Web;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Inbox;

namespace SnoutOS.Tests.Components;

/// <summary>The list of conversations over the real database and the real notifier.</summary>
public sealed class ThreadListTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private Pages _pages = null!;
    private Business _business = null!;
    private Actor _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _business = await host.App.OpenBusinessAsync();
        _owner = new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner);
        _pages = new Pages(host.Clock, host.App, _owner);
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task A_business_without_conversations_is_told_how_they_begin()
    {
        var list = Show();
        await EventuallyAsync(() => Assert.Contains("No conversations yet", list.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_owner_with_nothing_to_do_is_told_so()
    {
        await OpenAsync("Casey Wolf");
        var list = Show(InboxView.NeedsOwner);
        await EventuallyAsync(() => Assert.Contains("Nothing needs you", list.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_newest_conversation_comes_first_and_the_selected_one_stays_selected()
    {
        var casey = await OpenAsync("Casey Wolf");
        await OpenAsync("Robin Hale");
        var list = Show(selected: casey);
        await EventuallyAsync(() => Assert.Equal(["Robin Hale", "Casey Wolf"], Names(list), StringComparer.Ordinal));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.App.Get<MessageSender>().SendAsync(new SendRequest(_owner, casey, "See you soon"), CancellationToken.None);
        await EventuallyAsync(() =>
        {
            Assert.Equal(["Casey Wolf", "Robin Hale"], Names(list), StringComparer.Ordinal);
            Assert.Equal("Casey Wolf", list.Find("a[aria-current=page] .name").TextContent);
            Assert.Contains("See you soon", list.Markup, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_search_stays_through_live_changes()
    {
        var casey = await OpenAsync("Casey Wolf");
        await OpenAsync("Robin Hale");
        var list = Show(search: "robin");
        await EventuallyAsync(() => Assert.Equal(["Robin Hale"], Names(list), StringComparer.Ordinal));
        await host.App.Get<MessageSender>().SendAsync(new SendRequest(_owner, casey, "See you soon"), CancellationToken.None);
        await OpenAsync("Robin Stone");
        await EventuallyAsync(() => Assert.Equal(["Robin Stone", "Robin Hale"], Names(list), StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_title_counts_and_names_nobody()
    {
        await OpenAsync("Casey Wolf", unread: 2);
        await OpenAsync("Robin Hale");
        var list = Show();
        await EventuallyAsync(() =>
        {
            Assert.Equal("2", list.Find(".badge").TextContent);
            var title = _pages.Render(list.FindComponent<PageTitle>().Instance.ChildContent!).Markup;
            Assert.Equal("(1) Messages · SnoutOS", title);
        });
    }

    private static List<string> Names(IRenderedComponent<ThreadList> list) => [.. list.FindAll(".name").Select(name => name.TextContent)];

    private async Task<Guid> OpenAsync(string name, int unread = 0)
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var threadId = await host.App.OpenThreadAsync(_business, name);
        if (unread > 0)
        {
            await using var db = host.App.Db(_business.OrganizationId);
            db.Threads.Single(thread => thread.Id == threadId).InboundCount = unread;
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return threadId;
    }

    private Task EventuallyAsync(Action assertion) => Pages.EventuallyAsync(host.Clock, assertion);

    private IRenderedComponent<ThreadList> Show(InboxView view = InboxView.All, string search = "", Guid? selected = null) =>
        _pages.Render<ThreadList>(parameters => parameters
            .Add(list => list.View, view)
            .Add(list => list.Search, search)
            .Add(list => list.SelectedId, selected));
}
