using SnoutOS.Domain.Windows;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Windows;

public sealed class WindowUnionTests
{
    private static readonly DateTimeOffset Noon = TestTime.Noon;

    [Theory]
    [InlineData("nothing booked", "", null, null)]
    [InlineData("one that is open", "-1 2", 2, null)]
    [InlineData("one that opens now", "0 2", 2, null)]
    [InlineData("one that closes now", "-2 0", null, null)]
    [InlineData("one that comes later", "3 4", null, 3)]
    [InlineData("open, and another later", "-1 2;5 6", 2, 5)]
    [InlineData("touching windows are one", "-1 2;2 4", 4, null)]
    [InlineData("overlapping windows are one", "-1 2;1 3", 3, null)]
    [InlineData("one inside another changes nothing", "-1 5;1 2", 5, null)]
    [InlineData("a chain, then a gap", "-1 2;1 3;3 4;6 7", 4, 6)]
    [InlineData("in any order", "6 7;3 4;-1 2;1 3", 4, 6)]
    [InlineData("two later ones", "5 6;3 4", null, 3)]
    [InlineData("one that is over and one to come", "-4 -2;1 2", null, 1)]
    public void What_several_windows_allow_together(string row, string windows, int? closes, int? opens)
    {
        Assert.NotEmpty(row);
        var spans = windows.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Span);
        Assert.Equal(new WindowStanding(At(closes), At(opens)), WindowUnion.At(Noon, spans));
    }

    private static WindowSpan Span(string hours)
    {
        var ends = hours.Split(' ').Select(hour => int.Parse(hour, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new WindowSpan(Noon.AddHours(ends[0]), Noon.AddHours(ends[1]));
    }

    private static DateTimeOffset? At(int? hour) => hour is { } hours ? Noon.AddHours(hours) : null;
}
