using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SnoutOS.Web.Observability.Logging;

namespace SnoutOS.Tests.Observability;

public sealed class NumberNetTests
{
    [Theory]
    [InlineData("from +12125550142 to us", "from •••• 0142 to us")]
    [InlineData("call (212) 555-0142 now", "call •••• 0142 now")]
    [InlineData("212.555.0142", "•••• 0142")]
    [InlineData("555-0142", "•••• 0142")]
    [InlineData("+44 20 7946 0958, twice", "•••• 0958, twice")]
    [InlineData("client2125550142", "client•••• 0142")]
    [InlineData("?q=%2B12125550142&x=1", "?q=%2B•••• 0142&x=1")]
    [InlineData("?q=212+555+0142", "?q=•••• 0142")]
    [InlineData("?q=212%20555%2D0142", "?q=•••• 0142")]
    [InlineData("(212) 555 – 0142", "•••• 0142")]
    [InlineData("２１２５５５０１４２", "•••• ０１４２")]
    [InlineData("2026-11-22T20:53:44.123Z 2125550142", "2026-11-22T20:53:44.123Z •••• 0142")]
    [InlineData("visit 2026-11-22 212-555-0142", "visit 2026-11-22 •••• 0142")]
    public void Cuts_a_number_to_its_last_four(string text, string expected) => Assert.Equal(expected, NumberNet.Mask(text));

    [Theory]
    [InlineData("organization 019a8f3e-1234-7567-8901-234567890123 opened")]
    [InlineData("trace 4bf92f3577b34da6a3ce929d0e0e4736 span 00f067aa0ba902b7")]
    [InlineData("SqliteException (0x80004005): SQLite Error 19")]
    [InlineData("ParentId:0000000000000000, RequestPath:/")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("SM00000000000000000000000000000001")]
    [InlineData("at 2026-11-22T20:53:44.1234567Z")]
    [InlineData("at 2026-11-22 20:53:44 +00:00 and 11/22/2026 20:53:44")]
    [InlineData("took 12345.6789ms, or 00:00:01.2345678")]
    [InlineData("999,999 rows of 123456 on 192.168.100.200:54321")]
    [InlineData("20261122205001_Initial")]
    [InlineData("connection 0HNABCDEFGH12:00000001")]
    [InlineData("•••• 0142 wrote to •••• 0187")]
    [InlineData("line 12\n3456\n7890")]
    public void Keeps_ids_instants_and_counts(string text) => Assert.Same(text, NumberNet.Mask(text));

    [Property]
    public Property Leaves_no_seven_digits_of_a_number_however_it_is_written()
    {
        var digit = Gen.Choose(0, 9).Select(number => (char)('0' + number));
        var separator = Gen.Elements("", "", "", " ", "-", ".", ") ", " - ", "(");
        var number = digit.Zip(separator).ArrayOf(12);
        return Prop.ForAll(number.ToArbitrary(), parts =>
        {
            var digits = string.Concat(parts.Select(part => part.Item1));
            var written = "+" + string.Concat(parts.Select(part => part.Item1 + part.Item2));
            var masked = NumberNet.Mask($"a text from {written}, which failed");
            return new LeakScan([digits]).Find("text", masked).Count == 0;
        });
    }
}
