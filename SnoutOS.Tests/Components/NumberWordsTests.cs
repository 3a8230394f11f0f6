using Microsoft.Extensions.Time.Testing;
using SnoutOS.Domain.Organizations;
using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;
using SnoutOS.Web.Components.Numbers;
using SnoutOS.Web.Components.Shared;
using SnoutOS.Web.Components.Sitters;

namespace SnoutOS.Tests.Components;

/// <summary>What the pages of numbers and sitters say.</summary>
public sealed class NumberWordsTests
{
    private static readonly NumberListing Number = new(
        Guid.CreateVersion7(TestTime.Noon), PhoneNumber.Parse("+16465550121", null), NumberClass.Pool, NumberStatus.Active, SitterId: null, Leases: 0);

    private static readonly OrganizationTime Time = new(new FakeTimeProvider(TestTime.Noon));

    [Theory]
    [InlineData(0, "Free: no client holds it")]
    [InlineData(1, "1 client holds it")]
    [InlineData(12, "12 clients hold it")]
    public void A_pool_number_says_how_many_hold_it(int leases, string words) =>
        Assert.Equal(words, NumberWords.About(Number with { Leases = leases }, Time));

    [Fact]
    public void A_number_at_rest_says_whose_it_was_and_until_when()
    {
        var resting = Number with { Class = NumberClass.Sitter, Status = NumberStatus.CoolingDown, SitterName = "Ana Silva", CoolsUntil = TestTime.Noon.AddDays(90), IsPoolOnly = true };
        Assert.Equal("Ana Silva had it. Rests until Jun 2, then it can join the pool", NumberWords.About(resting, Time));
        Assert.False(NumberOptions.HasAny(resting));
        var rested = resting with { Status = NumberStatus.Released, CoolsUntil = null };
        Assert.Equal("Ana Silva had it. It has rested and can join the pool", NumberWords.About(rested, Time));
        Assert.Equal((true, false, false), (NumberOptions.MayJoinPool(rested), NumberOptions.MayBeASitters(rested), NumberOptions.MayBeFrontDesk(rested)));
    }

    [Fact]
    public void A_number_that_clients_hold_is_offered_to_nobody_else()
    {
        var held = Number with { Leases = 2 };
        Assert.Equal((false, false, true), (NumberOptions.MayBeASitters(held), NumberOptions.MayBeFrontDesk(held), NumberOptions.MayBeReleased(held)));
        Assert.StartsWith("2 clients give it up at once.", NumberWords.Release(held, TestTime.Noon, Time), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, null, "3 upcoming visits lose their sitter.")]
    [InlineData(1, null, "1 upcoming visit loses its sitter.")]
    [InlineData(3, "Ben Carter", "3 upcoming visits go to Ben Carter.")]
    [InlineData(1, "Ben Carter", "1 upcoming visit goes to Ben Carter.")]
    public void Offboarding_says_what_becomes_of_the_visits(int visits, string? successor, string sentence) =>
        Assert.Contains(sentence, Consequences(new OffboardingOutlook(visits, 0, null, TestTime.Noon, []), successor), StringComparer.Ordinal);

    [Fact]
    public void Offboarding_says_nothing_of_what_there_is_not()
    {
        Assert.Equal("Ana is signed out everywhere and cannot sign in any more.", Assert.Single(Consequences(new OffboardingOutlook(0, 0, null, TestTime.Noon, []), null)));
        var all = Consequences(new OffboardingOutlook(0, 1, Number.Phone, TestTime.Noon.AddDays(90), []), null);
        Assert.Contains("Number •••• 0121 rests until Jun 2. What clients text to it reaches you.", all, StringComparer.Ordinal);
        Assert.Contains("1 conversation that waits for Ana comes to your inbox.", all, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(0, "On a visit now")]
    [InlineData(2, "Next visit today at 7:00 PM")]
    [InlineData(24, "Next visit tomorrow at 5:00 PM")]
    [InlineData(72, "Next visit Sat at 5:00 PM")]
    [InlineData(24 * 20, "Next visit Mar 24")]
    public void A_row_says_when_the_next_visit_is(int hours, string words)
    {
        var sitter = new SitterListing(Guid.CreateVersion7(TestTime.Noon), null, "Ana Silva", "ana@example.test", SitterStatus.Active, null) { NextVisitAt = TestTime.Noon.AddHours(hours) };
        Assert.Equal(words, SitterWords.NextVisit(sitter, Time, TestTime.Noon));
    }

    private static List<string> Consequences(OffboardingOutlook outlook, string? successor) =>
        [.. SitterWords.Consequences("Ana Silva", outlook, successor, Time)];
}
