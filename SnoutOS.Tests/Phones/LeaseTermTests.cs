using SnoutOS.Domain.Phones;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Phones;

public sealed class LeaseTermTests
{
    private const int ReleaseDays = 7;

    /// <summary>Days before now: of the start, the end of the last window, the last message; and days ahead of the next window.</summary>
    [Theory]
    [InlineData(7.0, null, null, null, true)]
    [InlineData(6.999999, null, null, null, false)]
    [InlineData(90.0, 7.0, null, null, true)]
    [InlineData(90.0, 6.999999, null, null, false)]
    [InlineData(90.0, null, 7.0, null, true)]
    [InlineData(90.0, null, 6.999999, null, false)]
    [InlineData(90.0, 50.0, 1.0, null, false)]
    [InlineData(90.0, 1.0, 50.0, null, false)]
    [InlineData(1.0, 50.0, 50.0, null, false)]
    [InlineData(90.0, -0.1, null, null, false)]
    [InlineData(90.0, 50.0, 50.0, 30.0, false)]
    [InlineData(90.0, 50.0, 50.0, 30.000001, true)]
    [InlineData(90.0, 50.0, 50.0, 0.0, false)]
    [InlineData(1.0, null, null, 60.0, false)]
    public void A_lease_is_over_when_nothing_needs_it(double started, double? closed, double? wrote, double? next, bool isOver)
    {
        var facts = new LeaseFacts(Ago(started)!.Value, Ago(closed), Ago(wrote), Ago(-next));
        Assert.Equal(isOver, LeaseTerm.IsOver(facts, ReleaseDays, TestTime.Noon));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    public void Each_business_says_how_many_days(int days)
    {
        var facts = new LeaseFacts(TestTime.Noon, null, null, null);
        Assert.Equal(TestTime.Noon.AddDays(days), LeaseTerm.EndsAt(facts, days));
        Assert.True(LeaseTerm.IsOver(facts, days, TestTime.Noon.AddDays(days)));
        Assert.False(LeaseTerm.IsOver(facts, days, TestTime.Noon.AddDays(days).AddMicroseconds(-1)));
    }

    /// <summary>Over every way to order the three instants around the end and the next window around its horizon.</summary>
    [Fact]
    public void What_happens_later_never_ends_a_lease_sooner()
    {
        double[] days = [-2, 0, 3, 7, 8, 40];
        foreach (var (started, closed, wrote) in from a in days from b in days from c in days select (a, b, c))
        {
            var facts = new LeaseFacts(Ago(started)!.Value, Ago(closed), Ago(wrote), null);
            var end = LeaseTerm.EndsAt(facts, ReleaseDays);
            Assert.Equal(Ago(new[] { started, closed, wrote }.Min())!.Value.AddDays(ReleaseDays), end);
            Assert.Equal(end <= TestTime.Noon, LeaseTerm.IsOver(facts, ReleaseDays, TestTime.Noon));
            Assert.False(LeaseTerm.IsOver(facts with { NextWindowOpensAt = TestTime.Noon.AddDays(1) }, ReleaseDays, TestTime.Noon));
        }
    }

    private static DateTimeOffset? Ago(double? days) => days is { } known ? TestTime.Noon - TimeSpan.FromDays(known) : null;
}
