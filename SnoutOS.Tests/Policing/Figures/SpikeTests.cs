using SnoutOS.Domain.Policing.Figures;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing.Figures;

public sealed class SpikeTests
{
    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 3, 0.9502129316)]
    [InlineData(5, 1, 0.0036598468)]
    [InlineData(5, 0.25, 0.0000066117)]
    [InlineData(10, 2, 0.0000464981)]
    [InlineData(1000, 1000, 0.5042052442)]
    [InlineData(10, 2000, 1)]
    public void The_chance_is_Poissons(int count, double expected, double chance) =>
        Assert.Equal(chance, Spike.ChanceOf(count, expected), 1e-10);

    /// <summary>So many in the eight weeks before, and the fewest in a week that are a spike then.</summary>
    [Theory]
    [InlineData(0, 5)]
    [InlineData(4, 5)]
    [InlineData(8, 6)]
    [InlineData(16, 9)]
    [InlineData(24, 11)]
    [InlineData(40, 14)]
    [InlineData(80, 22)]
    [InlineData(160, 36)]
    public void A_week_far_above_the_eight_before_is_one(int before, int fewest)
    {
        Assert.False(new Spike(fewest - 1, before / 8.0).IsSpike);
        Assert.True(new Spike(fewest, before / 8.0).IsSpike);
    }

    [Fact]
    public void Seven_days_are_held_against_the_fifty_six_before()
    {
        var now = TestTime.Noon;
        var days = new[] { 0, 1, 6.99, 7, 8, 62.99, 63, 100 };
        Assert.Equal(new Spike(3, 3 / 8.0), Spike.Of(days.Select(day => now.AddDays(-day)), now));
    }
}
