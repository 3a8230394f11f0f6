using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Routing;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Routing;

/// <summary>A sitter is a target only if a window of theirs is active when a text comes in and when it is processed.</summary>
public sealed class ReceiptAndProcessingTests
{
    private static readonly Guid Ana = new("00000000-0000-0000-0000-0000000000a1");
    private static readonly Guid Ben = new("00000000-0000-0000-0000-0000000000b2");

    /// <summary>Received at 0; windows as "who opens closes" and processing in microseconds.</summary>
    [Theory]
    [InlineData("open at both", "ana -5 5", 4, "ana ActiveWindow")]
    [InlineData("processed in the microsecond in which it closes", "ana -5 5", 5, "owner NoActiveWindow")]
    [InlineData("received in the microsecond in which it opens", "ana 0 5", 0, "ana ActiveWindow")]
    [InlineData("opened between the two", "ana 1 5", 2, "owner NoActiveWindow")]
    [InlineData("closed before it came, whatever comes later", "ana -5 0", 0, "owner NoActiveWindow")]
    [InlineData("two windows of one sitter that touch in between: neither is active at both", "ana -5 2;ana 2 9", 3, "owner NoActiveWindow")]
    [InlineData("two windows of one sitter that overlap", "ana -5 4;ana -1 9", 3, "ana ActiveWindow")]
    [InlineData("the first of two sitters has gone by then", "ana -5 2;ben -1 9", 3, "ben ActiveWindow")]
    [InlineData("the second of two sitters had not come", "ana -5 9;ben 1 9", 3, "ana ActiveWindow")]
    [InlineData("both are there at both", "ana -5 9;ben -5 9", 3, "owner OverlappingWindows")]
    [InlineData("windows of two sitters that touch in between", "ana -5 2;ben 2 9", 3, "owner NoActiveWindow")]
    [InlineData("windows of two sitters that touch as it comes", "ana -5 0;ben 0 9", 3, "ben ActiveWindow")]
    public void Both_instants_count(string row, string windows, int processed, string expected)
    {
        Assert.NotEmpty(row);
        var facts = new RoutingFacts(
            TestTime.Noon, Guid.Empty, NumberClass.Pool, SenderKind.Known, Guid.Empty, Consent: null, Windows: [.. windows.Split(';').Select(Window)]);
        var route = Router.Decide(facts, TestTime.Noon.AddMicroseconds(processed));
        Assert.Equal(expected, $"{(route.SitterId == Ana ? "ana" : route.SitterId == Ben ? "ben" : "owner")} {route.Reason}");
    }

    /// <summary>The choice that lapses between receipt and processing no longer holds; the rules decide.</summary>
    [Theory]
    [InlineData(-1, "owner OwnerChoice")]
    [InlineData(0, "ana ActiveWindow")]
    public void A_choice_is_judged_at_processing(int microsecondsAfterItsDay, string expected)
    {
        var facts = new RoutingFacts(
            TestTime.Noon, Guid.Empty, NumberClass.Pool, SenderKind.Known, Guid.Empty, Consent: null, Windows: [Window("ana -50 50")],
            Choice: new ChoiceFact(null, TestTime.Noon.AddMicroseconds(5) - ChoiceFact.HoldsFor));
        var route = Router.Decide(facts, TestTime.Noon.AddMicroseconds(5 + microsecondsAfterItsDay));
        Assert.Equal(expected, $"{(route.SitterId == Ana ? "ana" : "owner")} {route.Reason}");
    }

    private static WindowFact Window(string text)
    {
        var parts = text.Split(' ');
        var (opens, closes) = (At(parts[1]), At(parts[2]));
        return new WindowFact(Guid.Empty, Guid.Empty, parts[0] == "ana" ? Ana : Ben, opens, closes, opens.AddHours(1), closes.AddHours(1), SitterIsAvailable: true);
    }

    private static DateTimeOffset At(string microseconds) =>
        TestTime.Noon.AddMicroseconds(int.Parse(microseconds, System.Globalization.CultureInfo.InvariantCulture));
}
