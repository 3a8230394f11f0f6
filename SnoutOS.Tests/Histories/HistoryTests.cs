using FsCheck.Xunit;
using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Histories;

/// <summary>Made-up histories on a real SQLite file, through the product's own services. A failure names its seed and its acts.</summary>
public sealed class HistoryTests : IAsyncLifetime
{
    private SqliteFile _furnished = null!;
    private Cast _cast = null!;

    public async ValueTask InitializeAsync() => (_furnished, _cast) = await House.FurnishAsync();

    public ValueTask DisposeAsync() => _furnished.DisposeAsync();

    [Fact]
    public async Task A_text_that_waits_is_not_for_a_sitter_who_is_assigned_meanwhile()
    {
        await using var house = await House.OpenAsync(_furnished, TestTime.Noon);
        var stage = new Stage(house, _cast);
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

    [Property(MaxTest = 300, Arbitrary = [typeof(MadeUp)])]
    public async Task Whatever_happens_the_rules_hold(History history)
    {
        await using var house = await House.OpenAsync(_furnished, history.Start);
        var stage = new Stage(house, _cast);
        await history.PlayAsync(stage);
        await stage.CatchUpAsync();
        await using var db = stage.Db();
        await Aftermath.JudgeAsync(db);
    }
}
