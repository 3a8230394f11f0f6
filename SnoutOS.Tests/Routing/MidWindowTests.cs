using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Bookings;
using SnoutOS.Domain.Receiving;
using SnoutOS.Tests.Histories;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Routing;

/// <summary>What happens in the middle of a window, and where the next text goes; on a real database, rule 0 included.</summary>
public sealed class MidWindowTests(FurnishedHouse furnished) : IClassFixture<FurnishedHouse>
{
    private static readonly Books AnasWalk = new(Who.Robin, "walk", StartsIn: -1, Quarters: 4, Weekly: false, Carer.Ana);

    private static readonly Dictionary<string, (Act[] Acts, Line Line, string Expected)> Rows = new(StringComparer.Ordinal)
    {
        ["nothing happens"] = ([], Line.AnasNumber, "Ana ActiveWindow"),
        ["it is cancelled"] = ([new Cancels(0, 0, BookingScope.Visit)], Line.AnasNumber, "owner NoActiveWindow"),
        ["it is moved to tomorrow"] = ([new Moves(0, 0, BookingScope.Visit, 96, 4)], Line.AnasNumber, "owner NoActiveWindow"),
        ["it is moved by a little and still on"] = ([new Moves(0, 0, BookingScope.Visit, 1, 4)], Line.AnasNumber, "Ana ActiveWindow"),
        ["it is moved to long ago"] = ([new Moves(0, 0, BookingScope.Visit, -96, 4)], Line.AnasNumber, "owner NoActiveWindow"),
        ["it ends so early that its window ends now"] = ([new Moves(0, 0, BookingScope.Visit, -8, 4)], Line.AnasNumber, "owner NoActiveWindow"),
        ["somebody else takes over"] = ([new Assigns(0, 0, BookingScope.Visit, Carer.Ben)], Line.AnasNumber, "owner NoActiveWindow"),
        ["somebody else takes over, on their number"] = ([new Assigns(0, 0, BookingScope.Visit, Carer.Ben)], Line.BensNumber, "Ben ActiveWindow"),
        ["the sitter is taken off"] = ([new Assigns(0, 0, BookingScope.Visit, null)], Line.AnasNumber, "owner NoActiveWindow"),
        ["the sitter is taken off and back on"] = ([new Assigns(0, 0, BookingScope.Visit, null), new Assigns(0, 0, BookingScope.Visit, Carer.Ana)], Line.AnasNumber, "Ana ActiveWindow"),
        ["the sitter is locked"] = ([new Locks(Carer.Ana, Unlocks: false)], Line.AnasNumber, "owner SitterUnavailable"),
        ["the sitter leaves"] = ([new Leaves(Carer.Ana, null)], Line.AnasNumber, "owner NoActiveWindow"),
        ["the sitter leaves and a colleague takes over"] = ([new Leaves(Carer.Ana, Carer.Ben)], Line.BensNumber, "Ben ActiveWindow"),
        ["the sitter leaves and comes back"] = ([new Leaves(Carer.Ana, null), new ComesBack(Carer.Ana)], Line.AnasNumber, "owner NoActiveWindow"),
        ["another visit of the same sitter overlaps"] = ([new Books(Who.Robin, "walk", 1, 4, Weekly: false, Carer.Ana)], Line.AnasNumber, "Ana ActiveWindow"),
        ["another client is with the sitter"] = ([new Books(Who.Casey, "walk", 0, 4, Weekly: false, Carer.Ben)], Line.BensNumber, "owner NoActiveWindow"),
        ["the owner takes over"] = ([new Texts(Who.Robin, Line.AnasNumber, "Hi", IsLate: false), new Chooses(Who.Robin, Line.AnasNumber, null)], Line.AnasNumber, "owner OwnerChoice"),
        ["the last microsecond"] = ([new TimePassesToAnEdge(1)], Line.AnasNumber, "Ana ActiveWindow"),
        ["the microsecond in which it closes"] = ([new TimePassesToAnEdge(0)], Line.AnasNumber, "owner NoActiveWindow"),
        ["the front desk"] = ([], Line.FrontDesk, "owner FrontDesk"),
        ["a pool number that the client does not hold"] = ([], Line.FirstOfThePool, "owner PoolMismatch"),
    };

    public static TheoryData<string> WhatHappens => [.. Rows.Keys];

    [Theory, MemberData(nameof(WhatHappens))]
    public async Task The_next_text_goes_where_things_stand_by_then(string what)
    {
        var (acts, line, expected) = Rows[what];
        await using var house = await furnished.OpenAsync(TestTime.Noon);
        var stage = new Stage(house, furnished.Cast);
        await new History(TestTime.Noon, [AnasWalk, .. acts, new Texts(Who.Robin, line, "And now?", IsLate: false)]).PlayAsync(stage);
        await using var db = stage.Db();
        var decision = await db.RoutingDecisions.OrderByDescending(row => row.DecidedAt).FirstAsync();
        Assert.Equal(expected, $"{furnished.Cast.NameOf(decision.SitterId)?.ToString() ?? "owner"} {decision.Reason}");
    }

    /// <summary>Rule 0: there is no organization that could own it, so that nothing of it is threaded or decided.</summary>
    [Theory]
    [InlineData("+12125550199")]
    [InlineData("+1212555015")]
    [InlineData("+121255501500")]
    [InlineData("12125550150")]
    [InlineData("24365")]
    [InlineData("HAPPYTAILS")]
    [InlineData("")]
    public async Task A_text_to_no_number_of_ours_is_kept_and_goes_nowhere(string to)
    {
        await using var house = await furnished.OpenAsync(TestTime.Noon);
        var stage = new Stage(house, furnished.Cast);
        await AnasWalk.PlayAsync(stage);
        var item = await stage.ReceiveAsync(Cast.PhoneOf(Who.Robin).E164, to, "Hello");
        await house.Get<MessageReceiver>().ReceiveAsync(item, CancellationToken.None);
        await using var db = stage.Db();
        var kept = await db.ProviderEvents.SingleAsync();
        Assert.Equal((ProviderEventState.Unroutable, (Guid?)null), (kept.State, kept.OrganizationId));
        Assert.Equal((0, 0), (await db.Messages.CountAsync(), await db.RoutingDecisions.CountAsync()));
    }
}
