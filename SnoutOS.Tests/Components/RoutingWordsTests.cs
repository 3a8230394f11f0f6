using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Shared;
using SnoutOS.Web.Components.Threads;

namespace SnoutOS.Tests.Components;

/// <summary>What "Why here?" says, from stored facts alone.</summary>
public sealed class RoutingWordsTests
{
    private static readonly Guid Ana = Guid.CreateVersion7(TestTime.Noon);
    private static readonly Guid Ben = Guid.CreateVersion7(TestTime.Noon);

    private static readonly RoutingFacts OnAPoolNumber = new(
        TestTime.Noon, Guid.CreateVersion7(TestTime.Noon), NumberClass.Pool, SenderKind.Known, Guid.CreateVersion7(TestTime.Noon), Consent: null);

    private readonly OrganizationTime _time = new(TestTime.Clock()) { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

    [Fact]
    public void One_sitter_who_is_booked_is_named_with_her_window_and_the_rules_before_say_why_they_did_not_fit()
    {
        var words = Explain(OnAPoolNumber with { Windows = [WindowOf(Ana, 0)] });
        Assert.Equal("This went to Ana.", words.Where);
        Assert.Equal("Ana was the one sitter booked with them at that time.", words.Because);
        Assert.Equal(10, words.Asked[^1].Rule);
        Assert.Equal("One sitter is booked", RoutingWords.Title(words.Asked[^1]));
        Assert.Equal("They held this shared number.", words.WhyNot(words.Asked[2]));
        Assert.Equal("You had not chosen anybody.", words.WhyNot(words.Asked[6]));
        Assert.Equal("Ana could write from 11:00 AM to 1:30 PM, for a visit from 12:00 PM to 12:30 PM", Told(words, "Booked"));
        Assert.Equal("Shared number •••• 0100", Told(words, "To"));
        Assert.Equal("Theirs at that time", Told(words, "Shared number"));
    }

    [Fact]
    public void Two_sitters_are_both_named_where_somebody_has_to_choose()
    {
        var words = Explain(OnAPoolNumber with { Windows = [WindowOf(Ana, 5), WindowOf(Ben, 5)] });
        Assert.Equal("This came to your inbox.", words.Where);
        Assert.Equal("Ana and Ben were both booked at that time, so you have to choose.", words.Because);
        Assert.Equal(12, words.Asked[^1].Rule);
    }

    [Fact]
    public void The_owners_choice_is_told_with_whom_and_since_when()
    {
        var windows = new[] { WindowOf(Ana, 5), WindowOf(Ben, 5) };
        var ben = Explain(OnAPoolNumber with { Windows = windows, Choice = new ChoiceFact(Ben, TestTime.Noon.AddHours(-2)) });
        Assert.Equal("You had chosen Ben for this conversation.", ben.Because);
        Assert.Equal("Ben, since 10:00 AM", Told(ben, "Your choice"));
        var herself = Explain(OnAPoolNumber with { Windows = windows, Choice = new ChoiceFact(null, TestTime.Noon.AddHours(-2)) });
        Assert.Equal("You had taken this conversation over.", herself.Because);
        var stale = Explain(OnAPoolNumber with { Windows = windows, Choice = new ChoiceFact(Ben, TestTime.Noon.AddHours(-24)) });
        Assert.Equal("Your choice was more than 24 hours old.", stale.WhyNot(stale.Asked[6]));
    }

    [Fact]
    public void A_choice_that_could_not_be_kept_says_so()
    {
        var words = Explain(OnAPoolNumber with { Windows = [WindowOf(Ana, 0)], Choice = new ChoiceFact(Ben, TestTime.Noon) });
        Assert.Equal("Ben, whom you had chosen, was not booked or could not be written to.", words.WhyNot(words.Asked[6]));
    }

    [Fact]
    public void The_front_desk_speaks_of_no_sitter()
    {
        var words = Explain(OnAPoolNumber with { NumberClass = NumberClass.FrontDesk });
        Assert.Equal("It came to your front desk, which no sitter sees.", words.Because);
        Assert.DoesNotContain(words.Told(), fact => fact.Label is "Booked" or "Messaging for sitters");
    }

    public static TheoryData<RoutingReason> Reasons => [.. Enum.GetValues<RoutingReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_has_a_sentence_without_a_number_in_it(RoutingReason reason)
    {
        var words = new RoutingWords(Stored(OnAPoolNumber with { Windows = [WindowOf(Ana, 0)] }, new Route(RoutingTarget.OwnerInbox, reason)), _time);
        Assert.EndsWith(".", words.Because, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", words.Because);
    }

    private static WindowFact WindowOf(Guid sitter, int minutesToVisit) => new(
        Guid.CreateVersion7(TestTime.Noon), Guid.CreateVersion7(TestTime.Noon), sitter,
        TestTime.Noon.AddHours(-1), TestTime.Noon.AddMinutes(90), TestTime.Noon.AddMinutes(minutesToVisit), TestTime.Noon.AddMinutes(30), SitterIsAvailable: true);

    private static string Told(RoutingWords words, string label) => words.Told().First(fact => fact.Label == label).Value;

    private RoutingWords Explain(RoutingFacts facts) => new(Stored(facts, Router.Decide(facts, TestTime.Noon)), _time);

    private static ExplainedDecision Stored(RoutingFacts facts, Route route) => new(
        new RoutingDecision
        {
            Target = route.Target,
            Reason = route.Reason,
            SitterId = route.SitterId,
            NumberClass = facts.NumberClass,
            DecidedAt = TestTime.Noon,
            Sender = "•••• 0177",
            Recipient = "•••• 0100",
        },
        facts)
    {
        Sitters = new Dictionary<Guid, string> { [Ana] = "Ana Silva", [Ben] = "Ben Okafor" },
    };
}
