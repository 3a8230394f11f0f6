using SnoutOS.Domain.Consent;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Routing;

/// <summary>One row for each rule and for each place where one rule hands over to the next.</summary>
public sealed class RouterTests
{
    private static readonly DateTimeOffset Noon = TestTime.Noon;
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);
    private static readonly Guid Ana = new("00000000-0000-0000-0000-0000000000a1");
    private static readonly Guid Ben = new("00000000-0000-0000-0000-0000000000b2");
    private static readonly Guid Client = new("00000000-0000-0000-0000-0000000000c3");

    private static readonly RoutingFacts OnAnasNumber = new(
        Noon, new Guid("00000000-0000-0000-0000-0000000000d4"), NumberClass.Sitter, SenderKind.Known, Client, Consent: null);

    private static readonly RoutingFacts OnThePool = OnAnasNumber with { NumberClass = NumberClass.Pool };

    public static TheoryData<string, RoutingFacts, string> Rows => new()
    {
        { "1: one of our own numbers", OnThePool with { Sender = SenderKind.OwnNumber }, "owner own_number" },
        { "1: a short code", OnThePool with { Sender = SenderKind.Service, ClientId = null }, "owner service_sender" },
        { "1: a teammate's own phone, before any window", With(OnAnasNumber, Window(Ana)) with { Sender = SenderKind.Staff }, "owner staff_sender" },
        { "1 before 2: a teammate's STOP", OnAnasNumber with { Sender = SenderKind.Staff, Consent = ConsentKind.OptOut }, "owner staff_sender" },
        { "2: STOP inside a window", With(OnAnasNumber, Window(Ana)) with { Consent = ConsentKind.OptOut }, "owner consent_keyword" },
        { "2: START", OnAnasNumber with { Consent = ConsentKind.OptIn }, "owner consent_keyword" },
        { "2 before 3: STOP from a stranger on the pool", OnThePool with { HoldsLease = false, Consent = ConsentKind.OptOut }, "owner consent_keyword" },
        { "3: no lease", With(OnThePool, Window(Ana)) with { HoldsLease = false }, "owner pool_mismatch" },
        { "3 before 4: a stranger on the pool", OnThePool with { HoldsLease = false, Sender = SenderKind.Unknown, ClientId = null }, "owner pool_mismatch" },
        { "3 before 6: no lease, whatever the flag", OnThePool with { HoldsLease = false, SitterMessages = false }, "owner pool_mismatch" },
        { "4: a stranger on a sitter's number", OnAnasNumber with { Sender = SenderKind.Unknown, ClientId = null }, "owner unknown_sender" },
        { "4 before 5: a stranger at the front desk", OnAnasNumber with { NumberClass = NumberClass.FrontDesk, Sender = SenderKind.Unknown }, "owner unknown_sender" },
        { "5: the front desk, whatever is open", With(OnAnasNumber, Window(Ana)) with { NumberClass = NumberClass.FrontDesk }, "owner front_desk" },
        { "6: sitter messages are off", With(OnAnasNumber, Window(Ana)) with { SitterMessages = false }, "owner sitter_messages_off" },
        { "6 before 7: off, also where the owner chose", With(OnThePool, Window(Ana)) with { SitterMessages = false, Choice = new ChoiceFact(Ana, Noon) }, "owner sitter_messages_off" },
        { "7: the owner took over", With(OnAnasNumber, Window(Ana)) with { Choice = new ChoiceFact(null, Noon - TimeSpan.FromHours(1)) }, "owner owner_choice" },
        { "7: the owner chose one of two", With(OnThePool, Window(Ana), Window(Ben)) with { Choice = new ChoiceFact(Ben, Noon) }, "ben owner_choice" },
        { "7: a choice holds to the last microsecond of its day", With(OnAnasNumber, Window(Ana)) with { Choice = new ChoiceFact(null, Noon - ChoiceFact.HoldsFor + Microsecond) }, "owner owner_choice" },
        { "after 7: and no longer", With(OnAnasNumber, Window(Ana)) with { Choice = new ChoiceFact(null, Noon - ChoiceFact.HoldsFor) }, "ana active_window" },
        { "after 7: the chosen one has no window", With(OnThePool, Window(Ana)) with { Choice = new ChoiceFact(Ben, Noon) }, "ana active_window" },
        { "after 7: the chosen one is locked", With(OnThePool, Window(Ana), Window(Ben) with { SitterIsAvailable = false }) with { Choice = new ChoiceFact(Ben, Noon) }, "ana active_window" },
        { "8: the only sitter is locked", With(OnAnasNumber, Window(Ana) with { SitterIsAvailable = false }), "owner sitter_unavailable" },
        { "10: one of two is locked, so the other", With(OnThePool, Window(Ana) with { SitterIsAvailable = false }, Window(Ben)), "ben active_window" },
        { "9: no window at all", OnAnasNumber, "owner no_active_window" },
        { "9: the microsecond before it opens", With(OnAnasNumber, Window(Ana, opens: Noon + Microsecond)), "owner no_active_window" },
        { "10: the microsecond in which it opens", With(OnAnasNumber, Window(Ana, opens: Noon)), "ana active_window" },
        { "10: the last microsecond before it closes", With(OnAnasNumber, Window(Ana, closes: Noon + Microsecond)), "ana active_window" },
        { "9: the microsecond in which it closes", With(OnAnasNumber, Window(Ana, closes: Noon)), "owner no_active_window" },
        { "10: windows of two sitters that touch", With(OnThePool, Window(Ana, closes: Noon), Window(Ben, opens: Noon)), "ben active_window" },
        { "10: two windows of one sitter", With(OnThePool, Window(Ana), Window(Ana, opens: Noon - TimeSpan.FromMinutes(5))), "ana active_window" },
        { "11: two sitters, one in the middle of the visit", With(OnThePool, AtWork(Ana), Window(Ben)), "ana visit_in_progress" },
        { "11: the visit begins this microsecond", With(OnThePool, Window(Ana) with { VisitStartsAt = Noon, VisitEndsAt = Noon.AddHours(1) }, Window(Ben)), "ana visit_in_progress" },
        { "12: the visit ends this microsecond", With(OnThePool, Window(Ana) with { VisitStartsAt = Noon.AddHours(-1), VisitEndsAt = Noon }, Window(Ben)), "owner overlapping_windows" },
        { "12: two sitters before their visits", With(OnThePool, Window(Ana), Window(Ben)), "owner overlapping_windows" },
        { "12: two sitters in the middle of theirs", With(OnThePool, AtWork(Ana), AtWork(Ben)), "owner overlapping_windows" },
        { "10: the one at work is locked", With(OnThePool, AtWork(Ana) with { SitterIsAvailable = false }, Window(Ben)), "ben active_window" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void The_first_rule_that_fits_decides(string row, RoutingFacts facts, string expected)
    {
        Assert.NotEmpty(row);
        Assert.Equal(expected, Words(Router.Decide(facts, facts.ReceivedAt)));
    }

    [Theory, MemberData(nameof(Rows))]
    public void The_rules_that_were_asked_end_with_the_one_that_decided(string row, RoutingFacts facts, string expected)
    {
        var asked = Router.Explain(facts, facts.ReceivedAt);
        Assert.Equal(expected, Words(asked[^1].Said!.Value));
        Assert.All(asked.SkipLast(1), rule => Assert.Null(rule.Said));
        Assert.Equal(Enumerable.Range(1, asked.Count), asked.Select(rule => rule.Rule));
        if (row.Split(':')[0] is { Length: <= 2 } number)
        {
            Assert.Equal(number, $"{asked.Count}");
        }
    }

    [Fact]
    public void Every_reason_that_a_router_can_give_stands_in_the_table()
    {
        var given = Rows.Select(row => row.Data.Item3.Split(' ')[1]).ToHashSet(StringComparer.Ordinal);
        var all = Enum.GetValues<RoutingReason>().Except([RoutingReason.UnknownNumber]).Select(SnakeCase);
        Assert.Equal(all.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_window_that_closed_between_receipt_and_processing_no_longer_counts()
    {
        var facts = With(OnAnasNumber, Window(Ana, closes: Noon.AddSeconds(30)));
        Assert.Equal("ana active_window", Words(Router.Decide(facts, Noon.AddSeconds(29))));
        Assert.Equal("owner no_active_window", Words(Router.Decide(facts, Noon.AddSeconds(30))));
    }

    [Fact]
    public void A_window_that_opened_after_receipt_does_not_count()
    {
        var facts = With(OnAnasNumber, Window(Ana, opens: Noon.AddSeconds(1)));
        Assert.Equal("owner no_active_window", Words(Router.Decide(facts, Noon.AddSeconds(5))));
    }

    private static RoutingFacts With(RoutingFacts facts, params WindowFact[] windows) => facts with { Windows = windows };

    private static WindowFact Window(Guid sitter, DateTimeOffset? opens = null, DateTimeOffset? closes = null) => new(
        Guid.Empty, Guid.Empty, sitter, opens ?? Noon.AddHours(-1), closes ?? Noon.AddHours(3), Noon.AddHours(1), Noon.AddHours(2), SitterIsAvailable: true);

    private static WindowFact AtWork(Guid sitter) =>
        Window(sitter) with { VisitStartsAt = Noon.AddMinutes(-10), VisitEndsAt = Noon.AddMinutes(10) };

    private static string Words(Route route) =>
        $"{(route.SitterId == Ana ? "ana" : route.SitterId == Ben ? "ben" : "owner")} {SnakeCase(route.Reason)}";

    private static string SnakeCase(RoutingReason reason) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());
}
