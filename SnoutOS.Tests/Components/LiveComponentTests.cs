using Bunit;
using SnoutOS.Domain.Access;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Shared;
using SnoutOS.Web.Live;

namespace SnoutOS.Tests.Components;

public sealed class LiveComponentTests(AppWithClock host) : IClassFixture<AppWithClock>, IAsyncLifetime
{
    private Pages _pages = null!;
    private Business _business = null!;

    public async ValueTask InitializeAsync()
    {
        _business = await host.App.OpenBusinessAsync();
        _pages = new Pages(host.Clock, host.App, new Actor(_business.OrganizationId, _business.OwnerId, "Olivia Park", Role.Owner));
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();

    [Fact]
    public async Task Twenty_changes_during_a_read_cost_one_more_read()
    {
        var probe = await RenderAsync();
        for (var change = 0; change < 20; change++)
        {
            Announce();
        }

        await Until.TrueAsync(() => Task.FromResult(probe.Instance.Told == 20));
        await probe.InvokeAsync(probe.Instance.Answer);
        Assert.Equal(1, probe.Instance.Reads);
        host.Clock.Advance(LiveComponent.Pause);
        await ReadsAsync(probe, 2);
        await probe.InvokeAsync(probe.Instance.Answer);
        host.Clock.Advance(LiveComponent.Pause * 3);
        Assert.Equal(2, probe.Instance.Reads);
    }

    [Fact]
    public async Task A_change_after_a_quiet_moment_is_read_at_once()
    {
        var probe = await RenderAsync();
        await probe.InvokeAsync(probe.Instance.Answer);
        host.Clock.Advance(LiveComponent.Pause);
        Announce();
        await ReadsAsync(probe, 2);
    }

    [Fact]
    public async Task What_changes_while_it_reads_for_the_first_time_is_not_missed()
    {
        var probe = await RenderAsync();
        Announce();
        await Until.TrueAsync(() => Task.FromResult(probe.Instance.Told == 1));
        await probe.InvokeAsync(probe.Instance.Answer);
        host.Clock.Advance(LiveComponent.Pause);
        await ReadsAsync(probe, 2);
    }

    [Fact]
    public async Task A_read_that_fails_says_so_and_the_next_one_heals()
    {
        var probe = await RenderAsync();
        await probe.InvokeAsync(() => probe.Instance.Fail(new InvalidOperationException("The database is away.")));
        await Until.TrueAsync(() => Task.FromResult(probe.Markup == "failed"));
        host.Clock.Advance(LiveComponent.Pause);
        Announce();
        await ReadsAsync(probe, 2);
        await probe.InvokeAsync(probe.Instance.Answer);
        await Until.TrueAsync(() => Task.FromResult(probe.Markup == "read 2"));
    }

    [Fact]
    public async Task What_changes_by_itself_is_read_at_that_instant_and_not_before()
    {
        var probe = await RenderAsync();
        await probe.InvokeAsync(() => probe.Instance.AnswerUntil(host.Clock.GetUtcNow().AddHours(2)));
        host.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, probe.Instance.Reads);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await ReadsAsync(probe, 2);
    }

    [Fact]
    public async Task Each_read_says_anew_when_the_next_one_is_due()
    {
        var probe = await RenderAsync();
        await probe.InvokeAsync(() => probe.Instance.AnswerUntil(host.Clock.GetUtcNow().AddHours(2)));
        host.Clock.Advance(TimeSpan.FromHours(1));
        Announce();
        await ReadsAsync(probe, 2);
        await probe.InvokeAsync(() => probe.Instance.AnswerUntil(host.Clock.GetUtcNow().AddHours(3)));
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(2, probe.Instance.Reads);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await ReadsAsync(probe, 3);
        await probe.InvokeAsync(probe.Instance.Answer);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(3, probe.Instance.Reads);
    }

    [Fact]
    public async Task What_changed_by_itself_during_a_read_is_read_again()
    {
        var probe = await RenderAsync();
        var change = host.Clock.GetUtcNow().AddSeconds(1);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await probe.InvokeAsync(() => probe.Instance.AnswerUntil(change));
        await ReadsAsync(probe, 2);
    }

    [Fact]
    public async Task A_read_that_failed_at_its_instant_is_tried_again_after_a_respite()
    {
        var probe = await RenderAsync();
        await probe.InvokeAsync(() => probe.Instance.AnswerUntil(host.Clock.GetUtcNow().AddHours(1)));
        host.Clock.Advance(TimeSpan.FromHours(1));
        await ReadsAsync(probe, 2);
        await probe.InvokeAsync(() => probe.Instance.Fail(new InvalidOperationException("The database is away.")));
        await Until.TrueAsync(() => Task.FromResult(probe.Markup == "failed"));
        host.Clock.Advance(LiveComponent.Respite - TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, probe.Instance.Reads);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await ReadsAsync(probe, 3);
    }

    [Fact]
    public async Task Another_organizations_changes_are_none_of_its_business()
    {
        var other = await host.App.OpenBusinessAsync();
        var probe = await RenderAsync();
        host.App.Get<ThreadNotifier>().Publish([new ThreadChanged(other.OrganizationId, Shown.Thread.Id)]);
        Announce();
        await Until.TrueAsync(() => Task.FromResult(probe.Instance.Told > 0));
        Assert.Equal(1, probe.Instance.Told);
    }

    /// <summary>A probe in the middle of its first read.</summary>
    private async Task<IRenderedComponent<Probe>> RenderAsync()
    {
        var probe = _pages.Render<Probe>();
        await ReadsAsync(probe, 1);
        return probe;
    }

    private static Task ReadsAsync(IRenderedComponent<Probe> probe, int reads) =>
        Until.TrueAsync(() => Task.FromResult(probe.Instance.Reads == reads));

    private void Announce() => host.App.Get<ThreadNotifier>().Publish([new ThreadChanged(_business.OrganizationId, Shown.Thread.Id)]);

    /// <summary>Counts its reads; each waits until the test answers it.</summary>
    private sealed class Probe : LiveComponent
    {
        private int _told;
        private DateTimeOffset? _nextChangeAt;
        private TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Reads { get; private set; }

        public int Told => _told;

        protected override DateTimeOffset? NextChangeAt => _nextChangeAt;

        public void Answer() => AnswerUntil(null);

        public void AnswerUntil(DateTimeOffset? nextChangeAt)
        {
            _nextChangeAt = nextChangeAt;
            _answer.SetResult();
        }

        public void Fail(Exception failure) => _answer.SetException(failure);

        protected override bool Concerns(ThreadChanged change)
        {
            Interlocked.Increment(ref _told);
            return true;
        }

        protected override async Task LoadAsync(CancellationToken cancellationToken)
        {
            _answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Reads++;
            await _answer.Task.WaitAsync(cancellationToken);
        }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, HasFailed ? "failed" : IsLoaded ? $"read {Reads}" : "loading");
    }
}
