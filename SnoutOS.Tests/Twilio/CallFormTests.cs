using SnoutOS.Domain.Receiving;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Twilio;

public sealed class CallFormTests
{
    private const string Sid = "CA0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("+12125550142", "+12125550142")]
    [InlineData("+266696687", "")]
    [InlineData("+7378742833", "")]
    [InlineData("anonymous", "")]
    [InlineData("", "")]
    public void A_caller_is_a_number_or_somebody_who_shows_none(string from, string expected)
    {
        Assert.True(CallForm.TryRead(Forms.Of(("CallSid", Sid), ("From", from), ("To", "+12125550100")), out var call));
        Assert.Equal(new InboundCall(Sid, expected, "+12125550100"), call);
    }

    [Theory]
    [InlineData("CallSid", "../x")]
    [InlineData("To", "")]
    public void Without_what_makes_a_call_it_is_none(string field, string value)
    {
        (string Key, string Value)[] fields = [("CallSid", Sid), ("From", "+12125550142"), ("To", "+12125550100")];
        Assert.False(CallForm.TryRead(Forms.Of(fields.Select(one => one.Key == field ? (one.Key, value) : one)), out _));
        Assert.False(CallForm.TryRead(Forms.Of(fields.Where(one => one.Key != field)), out _));
    }

    [Fact]
    public void What_is_said_is_text_and_never_markup()
    {
        Assert.Equal(
            """<?xml version="1.0" encoding="UTF-8"?><Response><Say language="en-US">Cats &amp; &lt;Dogs&gt; "Inc"  </Say><Hangup /></Response>""",
            Twiml.Say("Cats & <Dogs> \"Inc\"\u0007\n"));
    }
}
