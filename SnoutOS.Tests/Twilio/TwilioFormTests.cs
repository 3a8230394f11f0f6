using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Twilio;

public sealed class TwilioFormTests
{
    [Theory]
    [InlineData("a=1&b=2", "a:1|b:2")]
    [InlineData("a=1&a=2&A=3", "a:1|a:2|A:3")]
    [InlineData("a=+1%2B2&b=%20", "a: 1+2|b: ")]
    [InlineData("a&=b&&c==d", "a:|:b|c:=d")]
    [InlineData("a=100%&b=%4&c=%zz&d=%%41", "a:100%|b:%4|c:%zz|d:%A")]
    [InlineData("__proto__=x&a%26b=c%3Dd", "__proto__:x|a&b:c=d")]
    [InlineData("", "")]
    public void Fields_are_read_as_they_were_written(string body, string expected) =>
        Assert.Equal(expected, string.Join('|', Parse(body).Fields.Select(field => $"{field.Key}:{field.Value}")));

    [Fact]
    public void Bytes_that_are_no_text_become_replacement_characters()
    {
        Assert.Equal("\uFFFD", Parse("a=%FF")["a"]);
        Assert.DoesNotContain(Parse("a=%ED%A0%80x")["a"]!, char.IsSurrogate);
        Assert.Equal("\0", Parse("a=%00")["a"]);
        Assert.Equal("🐶", Parse("a=%F0%9F%90%B6")["a"]);
        Assert.Equal("é", TwilioForm.Parse("a=é"u8)!["a"]);
    }

    [Fact]
    public void More_than_Twilio_ever_sends_is_no_form()
    {
        Assert.NotNull(TwilioForm.Parse(new byte[TwilioForm.MaxBytes]));
        Assert.Null(TwilioForm.Parse(new byte[TwilioForm.MaxBytes + 1]));
        Assert.NotNull(TwilioForm.Parse(Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Repeat("a", 1000)))));
        Assert.Null(TwilioForm.Parse(Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Repeat("a", 1001)))));
    }

    [Property(MaxTest = 500)]
    public void No_bytes_make_it_throw(byte[] body) => Assert.NotNull(TwilioForm.Parse(body));

    [Property(MaxTest = 500)]
    public void What_a_client_encodes_is_read_back(Tuple<NonNull<string>, NonNull<string>>[] fields)
    {
        var sent = fields.Select(field => KeyValuePair.Create(WellFormed(field.Item1.Get), WellFormed(field.Item2.Get))).ToArray();
        using var content = new FormUrlEncodedContent(sent);
        using var body = new MemoryStream();
        content.CopyTo(body, null, default);

        Assert.Equal(sent, TwilioForm.Parse(body.ToArray())!.Fields);
    }

    [Property(MaxTest = 1000)]
    public Property Stray_signs_read_as_in_the_platform_s_own_decoder() => Prop.ForAll(
        Gen.Elements("a", "4", "F", "g", "%", "%4", "%41", "%c3%a9", "+", "=", "&").ListOf().ToArbitrary(),
        pieces =>
        {
            var body = string.Concat(pieces);
            var expected = from pair in body.Split('&')
                           where pair.Length > 0
                           let parts = pair.Split('=', 2)
                           select KeyValuePair.Create(WebUtility.UrlDecode(parts[0]), WebUtility.UrlDecode(parts.ElementAtOrDefault(1) ?? ""));
            return TwilioForm.Parse(Encoding.ASCII.GetBytes(body))!.Fields.SequenceEqual(expected);
        });

    private static TwilioForm Parse(string body) => TwilioForm.Parse(Encoding.ASCII.GetBytes(body))!;

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
