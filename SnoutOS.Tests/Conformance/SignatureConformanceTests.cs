using SnoutOS.Tests.Twilio;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Conformance;

/// <summary>Twilio's library signs, we check; on requests that were changed on the way, both must see it.</summary>
[Trait("Category", "conformance")]
[Collection("conformance")]
public sealed class SignatureConformanceTests
{
    private const int Cases = 4000;

    private static readonly string[] Authorities =
    [
        "example.com", "example.com:443", "example.com:80", "example.com:8443", "user:p%40ss@example.com", "user@example.com:8443",
        "[2001:db8::1]", "[2001:db8::1]:8443", "xn--bcher-kva.example", "127.0.0.1:5080",
    ];

    private static readonly string[] Paths =
        ["", "/", "/twilio", "/twilio/", "/a//b", "/a%2Fb", "/webhook/España", "/t?a=1&b=2", "/t?b=2&a=%20x", "/t?q=año", "/status/0195a000"];

    private static readonly string[] Texts =
        ["", " ", "\0", "Hi", "+12125550142", "a=b&c", "100%", "é", "🐶", "\r\n", "ñ~`!@#$%^*()", "مرحبا", "<b>", "\uFFFD", "\uE000", "Z", "a"];

    [Fact]
    public async Task We_agree_with_Twilios_library_on_thousands_of_requests()
    {
        var random = new Random(20261122);
        var cases = Enumerable.Range(0, Cases).Select(_ => Draw(random)).ToList();
        using var library = Peer.Start("sign.mjs");

        var answers = await library.AskAllAsync(cases);

        var valid = 0;
        foreach (var (sent, answer) in cases.Zip(answers))
        {
            var form = Forms.Of(sent.Form.Select(field => (field[0], field[1])));
            var theirs = (bool)answer["valid"]!;
            valid += theirs ? 1 : 0;
            Assert.True(
                theirs == TwilioSignature.IsValid([sent.Token], sent.Url, form, (string)answer["signature"]!),
                $"Twilio's library says {theirs}: {System.Text.Json.JsonSerializer.Serialize(sent)}");
        }

        // Neither judgement may be the rare one, or agreeing on it would mean little.
        Assert.InRange(valid, Cases / 4, Cases * 3 / 4);
    }

    private static SignedCase Draw(Random random)
    {
        var url = Pick(random, ["https://", "http://"]) + Pick(random, Authorities) + Pick(random, Paths);
        var form = Enumerable.Range(0, random.Next(12)).Select(_ => new[] { Key(random), Text(random) }).ToArray();
        var original = new SignedCase("12345", url, form, "12345", url, form);
        return random.Next(10) switch
        {
            0 => original with { SignToken = "12346" },
            1 => original with { SignUrl = url.Replace("example", "examp1e", StringComparison.Ordinal) },
            2 => original with { SignUrl = url + "x" },
            3 => original with { SignForm = [.. form, ["Extra", "1"]] },
            4 when form.Length > 0 => original with { SignForm = form[1..] },
            5 when form.Length > 0 => original with { SignForm = [[form[0][0], form[0][1] + "x"], .. form[1..]] },
            6 => original with { SignUrl = WithoutPort(url) },
            7 => original with { Form = [.. form.OrderBy(_ => random.Next())] },
            _ => original,
        };
    }

    private static string WithoutPort(string url) => url.Replace(":8443", "", StringComparison.Ordinal).Replace(":5080", "", StringComparison.Ordinal);

    private static string Key(Random random) => random.Next(4) switch
    {
        0 => Pick(random, ["Body", "body", "BODY", "__proto__", "constructor", "1", "10", "9", "MediaUrl0", "é", ""]),
        1 => Pick(random, ["Digits", "Digit", "DigitsX"]),
        _ => $"Key{random.Next(5)}",
    };

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pick(random, Texts)));

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];

    private sealed record SignedCase(string Token, string Url, string[][] Form, string SignToken, string SignUrl, string[][] SignForm);
}
