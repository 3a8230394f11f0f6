using System.Diagnostics;
using SnoutOS.Domain.AntiPoaching;

namespace SnoutOS.Tests.AntiPoaching;

/// <summary>
/// Whatever somebody pastes, reading it takes time in proportion to its length. What grows with the square of the length
/// would cost sixteen times as much for each character here; half of that is allowed, so that a busy machine fails nothing.
/// </summary>
public sealed class DetectorLengthTests
{
    private const int Short = 4_000;
    private const int Long = 16 * Short;
    private const double MostRatio = 8;

    private static readonly Detector Detector = new();

    [Theory]
    [InlineData("1 ")]
    [InlineData("555 ")]
    [InlineData("2125550142 ")]
    [InlineData("one ")]
    [InlineData("oh to for ")]
    [InlineData("book me ")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("o1l")]
    [InlineData("v e n m o ")]
    [InlineData("$a_")]
    [InlineData("🐶")]
    public void Time_grows_with_the_length_alone(string piece)
    {
        var ratio = double.MaxValue;
        for (var attempt = 0; attempt < 4 && ratio > MostRatio; attempt++)
        {
            ratio = Math.Min(ratio, PerCharacter(piece, Long) / PerCharacter(piece, Short));
        }

        Assert.True(ratio <= MostRatio, $"A character costs {ratio:0.0} times as much in a text of {Long} as in one of {Short}.");
    }

    private static double PerCharacter(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
        return Enumerable.Range(0, 4).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            Detector.Inspect(text);
            return Stopwatch.GetElapsedTime(started).TotalNanoseconds / length;
        });
    }
}
