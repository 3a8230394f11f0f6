using SnoutOS.Domain.Threads;

namespace SnoutOS.Tests.Conformance;

/// <summary>The composer's count is the count of Twilio's published calculator.</summary>
[Trait("Category", "conformance")]
[Collection("conformance")]
public sealed class SegmentConformanceTests
{
    private static readonly string[] Plain = ["a", "Bella ", "é", "à", "Ç", "\n", "\r\n", "@", "_", "Δ", "!", "7"];

    private static readonly string[] Escaped = ["€", "[", "]", "{", "}", "\\", "^", "~", "|", "\f"];

    private static readonly string[] Wide =
        ["’", "ç", "\t", "`", "…", "\u00A0", "🐶", "👍🏽", "👩‍👩‍👧‍👦", "🇺🇸", "e\u0301", "❤️", "中", "한", "ع", "1️⃣"];

    [Fact]
    public async Task We_count_segments_as_Twilios_calculator_does()
    {
        var random = new Random(20261122);
        var bodies = Enumerable.Range(0, 3000).Select(_ => Draw(random)).ToList();
        using var calculator = Peer.Start("segments.mjs");

        var answers = await calculator.AskAllAsync(bodies);

        foreach (var (body, answer) in bodies.Zip(answers))
        {
            var ours = SmsSegments.Measure(body);
            var theirs = ((string)answer["encoding"]! == "GSM-7" ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2, (int)answer["segments"]!);
            Assert.True(theirs == (ours.Encoding, ours.Segments), $"{theirs} is not {ours} for {body}");
        }

        Assert.Contains(answers, answer => (int)answer["segments"]! > 5);
    }

    // Some bodies of each kind end close to where a segment ends.
    private static string Draw(Random random)
    {
        string[] alphabet = random.Next(3) switch { 0 => Plain, 1 => [.. Plain, .. Escaped], _ => [.. Plain, .. Escaped, .. Wide] };
        var near = random.Next(1, 8) * (random.Next(2) == 0 ? 67 : 153);
        var body = "";
        while (body.Length < near - 3)
        {
            body += alphabet[random.Next(alphabet.Length)];
        }

        return body + string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }
}
