using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Twilio;

public sealed class TwilioInboundTests
{
    private const string Sid = "SM00000000000000000000000000000001";

    private static readonly (string, string)[] Sms = [("MessageSid", Sid), ("From", "+12125550142"), ("To", "+12125550100")];

    [Fact]
    public void A_text_is_read_whole()
    {
        var inbound = Read([.. Sms, ("AccountSid", "AC1"), ("Body", "  Hi\r\n"), ("NumMedia", "0"), ("NumSegments", "1"), ("OptOutType", "Stop")]);

        Assert.Equal((Sid, "AC1", "+12125550142", "+12125550100"), (inbound.MessageSid, inbound.AccountSid, inbound.From, inbound.To));
        Assert.Equal(("  Hi\r\n", 1, "STOP"), (inbound.Body, inbound.Segments, inbound.OptOutType));
        Assert.Empty(inbound.Media);
    }

    [Fact]
    public void Zero_bytes_are_left_out_of_the_text_but_not_of_the_form()
    {
        var form = Forms.Of([.. Sms, ("Body", "a\0b")]);
        Assert.Equal("a\0b", form["Body"]);
        Assert.Equal("ab", Read(form).Body);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("-1")]
    public void The_media_that_arrived_count(string numMedia)
    {
        var inbound = Read([.. Sms, ("NumMedia", numMedia), ("MediaUrl0", "https://a/0"), ("MediaContentType0", "image/jpeg"), ("MediaUrlX", "no")]);
        Assert.Equal(new ProviderMedia("https://a/0", "image/jpeg"), Assert.Single(inbound.Media));
    }

    [Fact]
    public void Eleven_media_keep_their_order()
    {
        var media = Enumerable.Range(0, 11).Reverse().Select(index => ($"MediaUrl{index}", $"https://a/{index}"));
        var inbound = Read([.. Sms, ("NumMedia", "11"), .. media]);
        Assert.Equal("0 1 2 3 4 5 6 7 8 9 10", string.Join(' ', inbound.Media.Select(item => item.Url["https://a/".Length..])));
    }

    [Theory]
    [InlineData("MessageSid")]
    [InlineData("From")]
    [InlineData("To")]
    public void Without_its_essentials_a_form_is_malformed(string missing) =>
        Assert.False(TwilioInbound.TryRead(Forms.Of(Sms.Where(field => field.Item1 != missing)), out _));

    [Theory]
    [InlineData("")]
    [InlineData("SM/../x")]
    [InlineData("SM 1")]
    public void An_id_that_is_none_is_malformed(string sid) =>
        Assert.False(TwilioInbound.TryRead(Forms.Of([("MessageSid", sid), .. Sms[1..]]), out _));

    [Theory]
    [InlineData("")]
    [InlineData("VERIFY")]
    [InlineData("72975")]
    [InlineData("+266696687")]
    public void A_sender_may_be_anything(string from) =>
        Assert.Equal(from, Read([("MessageSid", Sid), ("From", from), ("To", "+12125550100")]).From);

    [Theory]
    [InlineData("queued", "", MessageStatus.Queued, null)]
    [InlineData("sent", "", MessageStatus.Sent, null)]
    [InlineData("delivered", "0", MessageStatus.Delivered, null)]
    [InlineData("read", "", MessageStatus.Delivered, null)]
    [InlineData("undelivered", "30003", MessageStatus.Undelivered, 30003)]
    [InlineData("failed", "30007", MessageStatus.Failed, 30007)]
    [InlineData("failed", "30036", MessageStatus.Expired, 30036)]
    [InlineData("canceled", "garbage", MessageStatus.Failed, null)]
    [InlineData("teleported", "", null, null)]
    public void A_callback_says_where_a_message_stands(string word, string error, MessageStatus? status, int? code)
    {
        Assert.True(TwilioStatus.TryRead(Forms.Of(("MessageSid", Sid), ("MessageStatus", word), ("ErrorCode", error)), out var read));
        Assert.Equal(new TwilioStatus(Sid, word, status, code), read);
    }

    [Fact]
    public void A_callback_without_id_or_status_is_malformed()
    {
        Assert.False(TwilioStatus.TryRead(Forms.Of(("MessageSid", Sid)), out _));
        Assert.False(TwilioStatus.TryRead(Forms.Of(("MessageStatus", "sent")), out _));
    }

    private static InboundForm Read(IEnumerable<(string, string)> fields) => Read(Forms.Of(fields));

    private static InboundForm Read(TwilioForm form)
    {
        Assert.True(TwilioInbound.TryRead(form, out var inbound));
        return inbound;
    }
}
