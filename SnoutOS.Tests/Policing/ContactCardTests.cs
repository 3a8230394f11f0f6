using System.Net;
using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Domain.Sending;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Policing;

/// <summary>A contact card that a client sends: read once it has come, and then not for a sitter to see.</summary>
public sealed class ContactCardTests(Product product) : IClassFixture<Product>
{
    private static readonly byte[] Card =
        [.. "BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE:Robin=20Vale\r\nitem1.TEL;CELL:+1 212 555 0199\r\nEND:VCARD\r\n"u8];

    [Theory]
    [InlineData(PoachingAction.Mask)]
    [InlineData(PoachingAction.Block)]
    public async Task Is_hidden_from_the_sitter_and_flagged_for_the_owner(PoachingAction action)
    {
        product.Provider.Media = new MediaOutcome.Fetched(Card, "text/vcard");
        var day = await PolicedDay.OpenAsync(product);
        await product.App.Get<RuleBook>().SaveAsync(
            day.Office.Owner, RuleSet.Usual with { ClientToSitter = new PoachingPolicy(action) }, CancellationToken.None);
        (await product.Webhooks.PostAsync("", [
            ("MessageSid", Webhooks.NewSid()), ("AccountSid", Webhooks.AccountSid), ("From", day.Phone.E164), ("To", day.Number.E164), ("Body", "Here is me"),
            ("NumMedia", "1"), ("MediaUrl0", "https://api.twilio.com/media/1"), ("MediaContentType0", "text/x-vcard"), ("NumSegments", "1")])).EnsureSuccessStatusCode();
        await Until.TrueAsync(async () =>
        {
            product.Clock.Advance(TimeSpan.FromSeconds(1));
            return await day.MessagesAsync() is [var message] && message.GetProperty("findings").GetArrayLength() > 0;
        });

        var whole = Assert.Single(await day.MessagesAsync());
        var finding = Assert.Single(whole.GetProperty("findings").EnumerateArray());
        Assert.Equal(("phone_number", "mask", "True"), (finding.Text("type"), finding.Text("action"), finding.Text("hidden")));
        var media = whole.GetProperty("media")[0].Text("url");
        Assert.Equal(HttpStatusCode.OK, (await day.Office.Http.GetAsync(media)).StatusCode);
        var thread = await day.Office.GetAsync($"{PolicedDay.Threads}/{day.Thread}");
        Assert.Contains("flagged", thread.GetProperty("flags").Words(), StringComparison.Ordinal);

        var seen = Assert.Single(await day.AnasMessagesAsync());
        Assert.Equal(("Here is me", 0), (seen.Text("body"), seen.GetProperty("media").GetArrayLength()));
        Assert.Equal(HttpStatusCode.NotFound, (await day.AnaHttp.GetAsync(media)).StatusCode);

        (await day.Office.PostAsync($"/api/messages/{whole.Id()}/reveal", new { index = finding.GetProperty("index").GetInt32() })).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.OK, (await day.AnaHttp.GetAsync(media)).StatusCode);
    }
}
