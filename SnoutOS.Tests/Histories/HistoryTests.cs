using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Proving;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Histories;

/// <summary>Made-up histories on a real SQLite file, through the product's own services. A failure names its seed and its acts.</summary>
public sealed class HistoryTests(FurnishedHouse furnished) : IClassFixture<FurnishedHouse>, IDisposable
{
    private const int Histories = 300;

    /// <summary>What so many histories must have met at least once, or they would prove little.</summary>
    private static readonly RoutingReason[] Everyday =
    [
        RoutingReason.ConsentKeyword, RoutingReason.PoolMismatch, RoutingReason.UnknownSender, RoutingReason.FrontDesk, RoutingReason.OwnerChoice,
        RoutingReason.SitterUnavailable, RoutingReason.NoActiveWindow, RoutingReason.ActiveWindow, RoutingReason.OverlappingWindows,
    ];

    private static readonly (PoachingAction, ViolationOutcome)[] Policed =
    [
        .. Enum.GetValues<ViolationOutcome>().Select(outcome => (PoachingAction.Block, outcome)),
        (PoachingAction.Mask, ViolationOutcome.Open),
    ];

    private readonly Dictionary<RoutingReason, int> _met = [];
    private readonly Dictionary<(PoachingAction, ViolationOutcome), int> _found = [];
    private int _played;
    private int _paused;

    public void Dispose()
    {
        Assert.True(_played < Histories || Everyday.All(_met.ContainsKey), $"The histories met too little: {string.Join(", ", _met)}.");
        Assert.True(
            _played < Histories || (Policed.All(_found.ContainsKey) && _paused > 0),
            $"The histories found too little: {string.Join(", ", _found)}, {_paused} paused.");
    }

    [Fact]
    public async Task A_text_that_waits_is_not_for_a_sitter_who_is_assigned_meanwhile()
    {
        await using var house = await furnished.OpenAsync(TestTime.Noon);
        var stage = new Stage(house, furnished.Cast);
        await new History(TestTime.Noon, [
            new Texts(Who.Robin, Line.AnasNumber, "Hello", IsLate: true),
            new Books(Who.Robin, "walk", StartsIn: 0, Quarters: 2, Weekly: false, Carer.Ana),
            new LedgerCatchesUp(),
            new Texts(Who.Robin, Line.AnasNumber, "Hello again", IsLate: false)]).PlayAsync(stage);
        await using var db = stage.Db();
        Assert.Equal(
            [RoutingReason.NoActiveWindow, RoutingReason.ActiveWindow],
            await db.RoutingDecisions.OrderBy(row => row.DecidedAt).Select(row => row.Reason).ToListAsync());
    }

    [SeededProperty(MaxTest = Histories, Arbitrary = [typeof(MadeUp)])]
    public async Task Whatever_happens_the_rules_hold(History history)
    {
        await using var house = await furnished.OpenAsync(history.Start);
        var stage = new Stage(house, furnished.Cast);
        await history.PlayAsync(stage);
        await stage.CatchUpAsync();
        await using var db = stage.Db();
        await Aftermath.JudgeAsync(db);
        Assert.DoesNotContain(await house.Get<Prover>().RunAsync(CancellationToken.None), finding => !finding.Holds);
        await RememberAsync(db);
    }

    private async Task RememberAsync(SnoutDbContext db)
    {
        _played++;
        foreach (var reason in await db.RoutingDecisions.Select(row => row.Reason).ToListAsync())
        {
            _met[reason] = _met.GetValueOrDefault(reason) + 1;
        }

        foreach (var found in (await db.Violations.ToListAsync()).Select(row => (row.Action, row.Outcome)))
        {
            _found[found] = _found.GetValueOrDefault(found) + 1;
        }

        _paused += await db.Sitters.CountAsync(sitter => sitter.IsLockedByStrikes);
    }
}
