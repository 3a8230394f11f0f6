using SnoutOS.Domain.Policing.Figures;

namespace SnoutOS.Tests.Policing.Figures;

public sealed class FalseAlarmRateTests
{
    [Theory]
    [InlineData(0, 20, 0, 0, 0.1611)]
    [InlineData(5, 20, 0.25, 0.1119, 0.4687)]
    [InlineData(20, 20, 1, 0.8389, 1)]
    [InlineData(1, 100, 0.01, 0.0018, 0.0545)]
    [InlineData(50, 100, 0.5, 0.4038, 0.5962)]
    [InlineData(3, 1000, 0.003, 0.001, 0.0088)]
    public void The_interval_is_Wilsons(int wrong, int decided, double rate, double low, double high)
    {
        var measured = new FalseAlarmRate(wrong, decided);
        Assert.Equal((rate, low, high), (measured.Rate!.Value, Math.Round(measured.Low!.Value, 4), Math.Round(measured.High!.Value, 4)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(19, 19)]
    public void Few_decisions_are_too_few_to_tell(int wrong, int decided)
    {
        var measured = new FalseAlarmRate(wrong, decided);
        Assert.Equal((null, null, null), (measured.Rate, measured.Low, measured.High));
    }
}
