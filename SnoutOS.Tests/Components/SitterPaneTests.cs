using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Sitters;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Inbox;
using SnoutOS.Web.Components.Sitting;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

/// <summary>A sitter's conversation over the real database, moved by nothing but the clock.</summary>
public sealed class SitterPaneTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private SitterDay _day = null!;
    private Pages _pages = null!;

    public async ValueTask InitializeAsync()
    {
        _day = await SitterDay.OpenAsync(host.App);
        _pages = new Pages(host.Clock, host.App, _day.Ana);
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task The_box_closes_the_instant_the_window_does_and_keeps_what_was_typed()
    {
        var (_, thread) = await _day.WalkAsync(TimeSpan.Zero);
        var closesAt = host.Clock.GetUtcNow() + SitterDay.After;
        var pane = await OpenAsync(thread);
        Assert.True(IsOpen(pane));
        var composer = pane.FindComponent<Composer>();
        await composer.InvokeAsync(() => composer.Instance.Typed("Nearly home"));
        host.Clock.SetUtcNow(closesAt.AddSeconds(-1));
        Assert.True(IsOpen(pane));

        host.Clock.SetUtcNow(closesAt);
        await SoonAsync(() =>
        {
            Assert.False(IsOpen(pane));
            Assert.Contains("You can write to Robin on ", pane.Find(".closed").TextContent, StringComparison.Ordinal);
            Assert.Contains("Nearly home", pane.Find(".closed .kept").TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_box_opens_the_instant_the_window_does()
    {
        var (_, thread) = await _day.WalkAsync(TimeSpan.FromHours(3));
        var opensAt = host.Clock.GetUtcNow().AddHours(2);
        var pane = await OpenAsync(thread);
        Assert.Contains("You can write to Robin today from ", pane.Find(".closed").TextContent, StringComparison.Ordinal);
        host.Clock.SetUtcNow(opensAt.AddSeconds(-1));
        Assert.False(IsOpen(pane));
        host.Clock.SetUtcNow(opensAt);
        await SoonAsync(() =>
        {
            Assert.True(IsOpen(pane));
            Assert.Empty(pane.FindAll(".closed"));
            Assert.StartsWith("Open until", pane.Find("[data-window] .until").TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task With_the_last_window_the_messages_go_and_the_office_stays_within_reach()
    {
        var robin = await _day.AddClientAsync();
        await _day.BookAsync(robin, TimeSpan.Zero);
        var row = Assert.Single(await host.App.Get<SitterDesk>().RowsAsync(_day.Ana, CancellationToken.None));
        var opened = await host.App.Get<Domain.Threads.ThreadOpener>().OpenAsync(_day.Ana, robin.Id, row.VisitId, CancellationToken.None);
        await _day.WriteAsync(opened!.ThreadId, "The code is by the door", anaSees: true);
        var pane = await OpenAsync(opened.ThreadId);
        Assert.Contains("The code is by the door", pane.Markup, StringComparison.Ordinal);
        host.Clock.Advance(SitterDay.After);
        await SoonAsync(() =>
        {
            Assert.Contains("Your visits with Robin are over.", pane.Markup, StringComparison.Ordinal);
            Assert.DoesNotContain("The code is by the door", pane.Markup, StringComparison.Ordinal);
            Assert.Contains("Tell the office", pane.Find(".closed button").TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_locked_sitter_is_told_at_once_and_an_unlocked_one_goes_on()
    {
        var (_, thread) = await _day.WalkAsync(TimeSpan.Zero);
        var pane = await OpenAsync(thread);
        await host.App.Get<SitterStandings>().LockAsync(_day.Owner, _day.AnaId, "test", CancellationToken.None);
        await EventuallyAsync(() => Assert.Contains("Your messaging is paused for now.", pane.Find(".closed").TextContent, StringComparison.Ordinal));
        Assert.False(IsOpen(pane));
        Assert.Equal("Closed for now", pane.Find("[data-window] .until").TextContent);
        await host.App.Get<SitterStandings>().UnlockAsync(_day.Owner, _day.AnaId, "test", CancellationToken.None);
        await EventuallyAsync(() => Assert.True(IsOpen(pane)));
    }

    [Fact]
    public async Task Each_kind_of_message_looks_like_what_it_is()
    {
        var (_, thread) = await _day.WalkAsync(TimeSpan.Zero, notes: "The blue leash.");
        await _day.WriteAsync(thread, "Olivia to Robin, seen by Ana", anaSees: true);
        await _day.WriteAsync(thread, "Olivia to Robin alone", anaSees: false);
        await host.App.Get<OfficeNotes>().LeaveAsync(_day.Ana, thread, "The gate is broken", CancellationToken.None);
        var pane = await OpenAsync(thread);
        var composer = pane.FindComponent<Composer>();
        Assert.True(await composer.InvokeAsync(() => composer.Instance.SendAsync("On my way", "key-1")));
        await EventuallyAsync(() => Assert.Equal(3, pane.FindAll("[data-message]").Count));
        Assert.Equal("Shown by the office", pane.Find(".message.office .author").TextContent);
        Assert.DoesNotContain("Olivia Park", pane.Markup, StringComparison.Ordinal);
        Assert.Equal("The gate is broken", pane.Find("[data-note] .text").TextContent);
        Assert.Equal("On my way", pane.Find(".message.out:not(.office) .text").TextContent);
        Assert.Equal("The blue leash.", pane.Find(".notes p").TextContent);
    }

    [Fact]
    public async Task An_empty_list_teaches_and_one_that_is_switched_off_is_not_there()
    {
        var list = _pages.Render<SitterList>();
        await EventuallyAsync(() => Assert.Contains("No visits ahead", list.Markup, StringComparison.Ordinal));
        await _day.SwitchAsync(Flag.SitterMessages, false);
        await _day.WalkAsync(TimeSpan.Zero);
        await EventuallyAsync(() => Assert.Contains("No visits ahead", list.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Robin", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_follows_the_clock_and_opens_a_visit_that_has_no_conversation()
    {
        var list = _pages.Render<SitterList>();
        await EventuallyAsync(() => Assert.Contains("No visits ahead", list.Markup, StringComparison.Ordinal));
        var robin = await _day.AddClientAsync();
        await _day.BookAsync(robin, TimeSpan.FromHours(3));
        var opensAt = host.Clock.GetUtcNow().AddHours(2);
        await EventuallyAsync(() => Assert.StartsWith("Opens today", list.Find("[data-window]").TextContent, StringComparison.Ordinal));
        var click = list.Find("[data-row] button").ClickAsync();
        await EventuallyAsync(() => Assert.StartsWith("http://localhost/messages/", _pages.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        await click;
        Assert.NotNull(list.Find("[data-row] a"));
        host.Clock.SetUtcNow(opensAt);
        await SoonAsync(() => Assert.StartsWith("Open until", list.Find("[data-window]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_owners_list_follows_the_clock_too()
    {
        var (_, thread) = await _day.WalkAsync(TimeSpan.Zero);
        await using (var db = _day.Db())
        {
            (db.Threads.Single(row => row.Id == thread).AwaitsSitterSince, db.Threads.Single(row => row.Id == thread).AwaitsSitterId) = (host.Clock.GetUtcNow(), _day.AnaId);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        var due = host.Clock.GetUtcNow() + Domain.Inbox.OwnerInbox.SitterHasToOpenWithin;
        await using var owners = new Pages(host.Clock, host.App, _day.Owner);
        var list = owners.Render<ThreadList>(parameters => parameters.Add(shown => shown.View, Domain.Inbox.InboxView.NeedsOwner));
        await EventuallyAsync(() => Assert.Contains("Nothing needs you", list.Markup, StringComparison.Ordinal));
        host.Clock.SetUtcNow(due.AddSeconds(-1));
        Assert.Contains("Nothing needs you", list.Markup, StringComparison.Ordinal);
        host.Clock.SetUtcNow(due);
        await SoonAsync(() => Assert.Equal("Robin Vale", list.Find(".name").TextContent));
    }

    [Fact]
    public async Task The_owners_header_follows_the_clock_too()
    {
        var (_, thread) = await _day.WalkAsync(TimeSpan.Zero);
        var closesAt = host.Clock.GetUtcNow() + SitterDay.After;
        await using var owners = new Pages(host.Clock, host.App, _day.Owner);
        var pane = owners.Render<ThreadPane>(parameters => parameters.Add(shown => shown.ThreadId, thread));
        await EventuallyAsync(() => Assert.StartsWith("Ana can write until", pane.Find("[data-window]").TextContent, StringComparison.Ordinal));
        host.Clock.SetUtcNow(closesAt);
        await SoonAsync(() => Assert.StartsWith("Ana can write from", pane.Find("[data-window]").TextContent, StringComparison.Ordinal));
    }

    private async Task<IRenderedComponent<SitterPane>> OpenAsync(Guid threadId)
    {
        var pane = _pages.Render<SitterPane>(parameters => parameters.Add(shown => shown.ThreadId, threadId));
        await EventuallyAsync(() => pane.FindComponent<Composer>());
        return pane;
    }

    private static bool IsOpen(IRenderedComponent<SitterPane> pane) => !pane.Find(".foot > div").HasAttribute("hidden");

    /// <summary>Looks again until it holds, while the clock stands still.</summary>
    private static Task SoonAsync(Action assertion) => Pages.EventuallyAsync(new FakeTimeProvider(), assertion);

    private Task EventuallyAsync(Action assertion) => Pages.EventuallyAsync(host.Clock, assertion);
}
