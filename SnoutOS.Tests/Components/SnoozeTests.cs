using Bunit;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Inbox;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

/// <summary>What was put off comes back by the clock, on pages that nobody touches.</summary>
public sealed class SnoozeTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private Pages _pages = null!;
    private Actor _owner = null!;
    private Guid _threadId;

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var business = await host.App.OpenBusinessAsync();
        _owner = new Actor(business.OrganizationId, business.OwnerId, "Olivia Park", Role.Owner);
        _threadId = await host.App.OpenThreadAsync(business, "Casey Wolf");
        await host.App.Get<Writer>().CommitAsync(
            _owner.OrganizationId, async db => (await db.Threads.SingleAsync(row => row.Id == _threadId)).NeedsOwnerSince = host.Clock.GetUtcNow(), Stop);
        _pages = new Pages(host.Clock, host.App, _owner);
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task A_snoozed_conversation_comes_back_at_its_time_in_the_list_and_in_itself()
    {
        var until = host.Clock.GetUtcNow().AddHours(1);
        Assert.Equal(OwnerActResult.Done, await host.App.Get<OwnerActs>().SnoozeAsync(_owner, _threadId, until, Stop));
        var list = _pages.Render<ThreadList>(parameters => parameters.Add(shown => shown.View, InboxView.NeedsOwner));
        var pane = _pages.Render<ThreadPane>(parameters => parameters.Add(shown => shown.ThreadId, _threadId));
        await EventuallyAsync(() => Assert.Contains("Nothing needs you", list.Markup, StringComparison.Ordinal));
        await EventuallyAsync(() => pane.Find("[data-bar=snoozed]"));

        host.Clock.SetUtcNow(until);
        await EventuallyAsync(() => Assert.DoesNotContain("Nothing needs you", list.Markup, StringComparison.Ordinal));
        await EventuallyAsync(() => Assert.Empty(pane.FindAll("[data-bar=snoozed]")));
    }

    [Fact]
    public async Task Waking_it_up_brings_it_back_at_once()
    {
        await host.App.Get<OwnerActs>().SnoozeAsync(_owner, _threadId, host.Clock.GetUtcNow().AddHours(1), Stop);
        var pane = _pages.Render<ThreadPane>(parameters => parameters.Add(shown => shown.ThreadId, _threadId));
        await EventuallyAsync(() => pane.Find("[data-bar=snoozed]"));
        await pane.Find("[data-bar=snoozed] button").ClickAsync();
        await EventuallyAsync(() => Assert.Empty(pane.FindAll("[data-bar=snoozed]")));
        Assert.Equal(1, await host.App.Get<InboxReader>().NeedsOwnerCountAsync(_owner, Stop));
    }

    [Fact]
    public async Task A_choice_ends_after_a_day_and_says_so_by_going()
    {
        await host.App.Get<OwnerActs>().ChooseAsync(_owner, _threadId, sitterId: null, Stop);
        var pane = _pages.Render<ThreadPane>(parameters => parameters.Add(shown => shown.ThreadId, _threadId));
        await EventuallyAsync(() => pane.Find("[data-bar=choice]"));
        host.Clock.Advance(TimeSpan.FromHours(24));
        await EventuallyAsync(() => Assert.Empty(pane.FindAll("[data-bar=choice]")));
    }

    private Task EventuallyAsync(Action assertion) => Pages.EventuallyAsync(host.Clock, assertion);
}
