using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Rollout;
using SnoutOS.Domain.Sitters;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Sitters;

/// <summary>Whom a sitter writes to, and about which visit.</summary>
public class SitterDeskTests(AppWithClock host) : IClassFixture<AppWithClock>
{
    private SitterDesk Desk => host.App.Get<SitterDesk>();

    [Fact]
    public async Task Open_conversations_come_first_and_then_the_soonest()
    {
        var day = await SitterDay.OpenAsync(host.App);
        await day.WalkAsync(TimeSpan.FromDays(2), "Theo Grant");
        await day.WalkAsync(TimeSpan.FromHours(5), "Priya Raman");
        await day.WalkAsync(TimeSpan.FromMinutes(-20), "Maya Lindqvist");
        await day.WalkAsync(TimeSpan.FromMinutes(10), "Jonah and Elise Becker");
        Assert.Equal(["Maya", "Jonah and Elise", "Priya", "Theo"], (await RowsAsync(day)).Select(row => row.ClientName), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_visit_without_a_conversation_is_an_empty_one_and_can_be_opened()
    {
        var day = await SitterDay.OpenAsync(host.App);
        await day.SwitchAsync(Flag.ProactiveThreadCreation, false);
        var robin = await day.AddClientAsync();
        await day.BookAsync(robin, TimeSpan.FromHours(3));
        await day.BookAsync(robin, TimeSpan.FromDays(1));
        var empty = Assert.Single(await RowsAsync(day));
        Assert.Equal((null, "Robin", "Biscuit and Waffles"), (empty.ThreadId, empty.ClientName, empty.Pets));
        Assert.Equal(host.Clock.GetUtcNow().AddHours(2), empty.Windows.NextOpensAt);

        var opened = await host.App.Get<ThreadOpener>().OpenAsync(day.Ana, empty.ClientId, empty.VisitId, CancellationToken.None);
        var row = Assert.Single(await RowsAsync(day));
        Assert.Equal((opened!.ThreadId, (Guid?)null, null), (row.ThreadId, row.VisitId, row.LastMessageAt));
    }

    [Fact]
    public async Task Nobody_else_sees_a_row_and_with_the_last_window_it_goes()
    {
        var day = await SitterDay.OpenAsync(host.App);
        var ben = await host.App.HireAsync(day.Business.OrganizationId, Role.Sitter, "Ben Ortiz");
        var robin = await day.AddClientAsync();
        await day.BookAsync(robin, TimeSpan.Zero);
        Assert.Single(await RowsAsync(day));
        Assert.Empty(await Desk.RowsAsync(day.Ana with { UserId = ben.UserId }, CancellationToken.None));
        Assert.Empty(await Desk.RowsAsync(day.Owner, CancellationToken.None));
        host.Clock.Advance(SitterDay.After);
        Assert.Empty(await RowsAsync(day));
    }

    [Fact]
    public async Task A_conversation_is_about_the_visit_that_is_on_and_then_about_the_next()
    {
        var day = await SitterDay.OpenAsync(host.App);
        var (robin, thread) = await day.WalkAsync(TimeSpan.Zero, notes: "The blue leash.");
        await day.BookAsync(robin, TimeSpan.FromDays(1), notes: "The red leash.");
        Assert.Equal("The blue leash.", (await Desk.ViewAsync(day.Ana, thread, CancellationToken.None))?.Visit?.Notes);
        host.Clock.Advance(SitterDay.After);
        var next = await Desk.ViewAsync(day.Ana, thread, CancellationToken.None);
        Assert.Equal(("The red leash.", false), (next?.Visit?.Notes, next?.IsLocked));
        await host.App.Get<SitterStandings>().LockAsync(day.Owner, day.AnaId, "test", CancellationToken.None);
        Assert.True((await Desk.ViewAsync(day.Ana, thread, CancellationToken.None))?.IsLocked);
        Assert.Null(await Desk.ViewAsync(day.Owner, thread, CancellationToken.None));
    }

    [Fact]
    public async Task The_owner_inbox_says_when_it_changes_by_itself()
    {
        var day = await SitterDay.OpenAsync(host.App);
        var (_, thread) = await day.WalkAsync(TimeSpan.FromHours(3));
        var now = host.Clock.GetUtcNow();
        Assert.Null(await ChangesAsync(day));

        await SetAsync(day, thread, row => row.NeedsOwnerSince = now);
        Assert.Equal(now.AddHours(2), await ChangesAsync(day));
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(now.AddHours(3) + SitterDay.After, await ChangesAsync(day));

        await SetAsync(day, thread, row => row.SnoozedUntil = now.AddHours(4));
        Assert.Equal(now.AddHours(4), await ChangesAsync(day));
        await SetAsync(day, thread, row => (row.NeedsOwnerSince, row.AwaitsSitterSince) = (null, now.AddHours(2)));
        Assert.Equal(now.AddHours(2) + OwnerInbox.SitterHasToOpenWithin, await ChangesAsync(day));
        Assert.Null(await host.App.Get<InboxReader>().OwnerInboxChangesAsync(day.Ana, now.AddDays(1), CancellationToken.None));
    }

    private Task<IReadOnlyList<SittingRow>> RowsAsync(SitterDay day) => Desk.RowsAsync(day.Ana, CancellationToken.None);

    private Task<DateTimeOffset?> ChangesAsync(SitterDay day) =>
        host.App.Get<InboxReader>().OwnerInboxChangesAsync(day.Owner, host.Clock.GetUtcNow().AddHours(12), CancellationToken.None);

    private static async Task SetAsync(SitterDay day, Guid threadId, Action<MessageThread> change)
    {
        await using var db = day.Db();
        change(db.Threads.Single(row => row.Id == threadId));
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
