using SnoutOS.Domain.Inbox;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

/// <summary>What the owner's list says of messages that were held back, and when they are out of the way.</summary>
public sealed class HeldInboxTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private const string Number = "my cell is 212-555-0142";

    private SitterDay _day = null!;
    private Guid _thread;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _day = await SitterDay.OpenAsync(host.App);
        (_, _thread) = await _day.WalkAsync(TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_list_never_shows_the_number_that_a_message_was_held_back_for()
    {
        await HoldAsync(Number);
        var row = await RowAsync();
        Assert.Equal((1, "my cell is [hidden]"), (row.Held, row.LastMessagePreview));
        Assert.Contains("212-555-0142", (await host.App.Get<InboxReader>().MessagesAsync(_day.Owner, _thread, null, 10, Stop)).Items[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_last_of_several_decisions_the_thread_leaves_the_owner_inbox()
    {
        var first = await HoldAsync(Number);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await HoldAsync("jane@example.com");
        await KeepBackAsync(first);
        Assert.NotNull((await RowAsync()).NeedsOwnerSince);
        await KeepBackAsync(second);
        Assert.Equal((0, (DateTimeOffset?)null), ((await RowAsync()).Held, (await RowAsync()).NeedsOwnerSince));
    }

    [Fact]
    public async Task What_a_client_wrote_to_the_owner_meanwhile_still_waits_for_them()
    {
        var held = await HoldAsync(Number);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await using (var db = _day.Db())
        {
            var now = host.Clock.GetUtcNow();
            db.RoutingDecisions.Add(new Domain.Routing.RoutingDecision
            {
                OrganizationId = db.OrganizationId,
                Id = Guid.CreateVersion7(now),
                ThreadId = _thread,
                Target = Domain.Routing.RoutingTarget.OwnerInbox,
                Reason = Domain.Routing.RoutingReason.OwnerChoice,
                Facts = "{}",
                DecidedAt = now,
            });
            await db.SaveChangesAsync(Stop);
        }

        await KeepBackAsync(held);
        Assert.NotNull((await RowAsync()).NeedsOwnerSince);
    }

    [Fact]
    public async Task An_open_message_says_where_its_sitter_stands_and_a_decided_one_no_more()
    {
        var first = await HoldAsync(Number);
        Assert.Equal(new SitterStrikes(1, IsPaused: false), (await NewestAsync()).Held!.Standing);
        foreach (var times in (int[])[2, 3])
        {
            host.Clock.Advance(Strikes.OneStrike + TimeSpan.FromSeconds(1));
            await HoldAsync(Number);
            Assert.Equal(new SitterStrikes(times, IsPaused: times == Strikes.Locks), (await NewestAsync()).Held!.Standing);
        }

        Assert.Equal(new SitterStrikes(3, IsPaused: true), (await host.App.Get<StrikeReader>().ReadAsync(_day.Owner, Stop))[_day.AnaId]);
        Assert.Empty(await host.App.Get<StrikeReader>().ReadAsync(_day.Ana, Stop));
        await host.App.Get<HeldMessages>().DismissAsync(_day.Owner, first, "a vet's number", falsePositive: true, allow: false, Stop);
        Assert.Null((await host.App.Get<InboxReader>().MessageAsync(_day.Owner, first, Stop))!.Held!.Standing);
        Assert.Equal(new SitterStrikes(2, IsPaused: false), (await NewestAsync()).Held!.Standing);
    }

    private async Task<Guid> HoldAsync(string body) =>
        Assert.IsType<SendVerdict.Blocked>(await host.App.Get<MessageSender>().SendAsync(new SendRequest(_day.Ana, _thread, body), Stop)).MessageId;

    private async Task KeepBackAsync(Guid message) => Assert.IsType<HeldResult.Decided>(
        await host.App.Get<HeldMessages>().DismissAsync(_day.Owner, message, "no", falsePositive: false, allow: false, Stop));

    private async Task<ThreadSummary> RowAsync() => (await host.App.Get<InboxReader>().ThreadAsync(_day.Owner, _thread, Stop))!;

    private async Task<MessageView> NewestAsync() => (await host.App.Get<InboxReader>().MessagesAsync(_day.Owner, _thread, null, 1, Stop)).Items[0];
}
