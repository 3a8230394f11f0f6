using System.Text.Json.Nodes;
using SnoutOS.Tests.Simulator;
using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Tests.Conformance;

/// <summary>Twilio's own client finds in our carrier what it finds at Twilio.</summary>
[Trait("Category", "conformance")]
[Collection("conformance")]
public sealed class TwilioClientTests
{
    private const string Casey = "+12125550142";
    private const string FrontDesk = "+12125550100";

    [Fact]
    public async Task Twilios_client_sends_and_reads_through_our_carrier()
    {
        await using var host = await CarrierHost.StartAsync();
        using var client = Client(host, CarrierHost.Token);

        var created = await ResultAsync(client, new { verb = "create", to = Casey, from = FrontDesk, body = "Hi 🐶 & +1", statusCallback = $"{host.Url}/webhook/status/1" });
        Assert.Equal(("queued", "Hi 🐶 & +1", "outbound-api"), ((string)created["status"]!, (string)created["body"]!, (string)created["direction"]!));
        await host.Carrier.SettledAsync();

        var fetched = await ResultAsync(client, new { verb = "fetch", sid = (string)created["sid"]! });
        Assert.Equal("delivered", (string)fetched["status"]!);
        Assert.All(host.Webhooks, heard => Assert.True(heard.Signed));
        Assert.Equal(2, host.Webhooks.Count);
    }

    [Fact]
    public async Task Twilios_client_follows_our_carriers_pages()
    {
        await using var host = await CarrierHost.StartAsync();
        using var client = Client(host, CarrierHost.Token);
        for (var number = 1; number <= 5; number++)
        {
            await host.Carrier.TextFromPhoneAsync(Casey, FrontDesk, $"{number}");
        }

        await host.Carrier.TextFromPhoneAsync("+12125550143", FrontDesk, "other");

        var listed = await ResultAsync(client, new { verb = "list", from = Casey, to = FrontDesk, pageSize = 2, dateSentAfter = "2020-01-01" });
        Assert.Equal("5 4 3 2 1", string.Join(' ', listed.AsArray().Select(message => (string)message!["body"]!)));
        Assert.All(listed.AsArray(), message => Assert.Equal("inbound", (string)message!["direction"]!));
    }

    [Fact]
    public async Task Twilios_client_finds_attachments_in_our_carrier()
    {
        await using var host = await CarrierHost.StartAsync();
        using var client = Client(host, CarrierHost.Token);
        var posted = await host.Carrier.TextFromPhoneAsync(
            Casey, FrontDesk, "", [host.Carrier.NewMedia([1], "image/jpeg"), host.Carrier.NewMedia([2], "image/png")]);

        var media = await ResultAsync(client, new { verb = "media", sid = posted.Message.Sid });
        Assert.Equal("image/jpeg image/png", string.Join(' ', media.AsArray().Select(item => (string)item!["contentType"]!)));
    }

    [Fact]
    public async Task Twilios_client_finds_and_points_the_numbers_of_our_carrier()
    {
        await using var host = await CarrierHost.StartAsync();
        using var client = Client(host, CarrierHost.Token);
        var wanted = Array.ConvertAll<string, CarrierNumber>(["+12125550101", "+12125550102", "+12125550103"], host.Rent)[1];

        Assert.Equal(3, (await ResultAsync(client, new { verb = "numbers", pageSize = 2 })).AsArray().Count);
        var found = Assert.Single((await ResultAsync(client, new { verb = "numbers", phoneNumber = wanted.Address })).AsArray());
        Assert.Equal((wanted.Sid, wanted.SmsUrl), ((string)found!["sid"]!, (string)found["smsUrl"]!));

        var pointed = await ResultAsync(client, new { verb = "point", sid = wanted.Sid, smsUrl = "https://example.com/texts", voiceUrl = "https://example.com/calls" });
        Assert.Equal(("https://example.com/texts", "https://example.com/calls"), ((string)pointed["smsUrl"]!, (string)pointed["voiceUrl"]!));
    }

    [Theory]
    [InlineData("+15005550001", FrontDesk, 21211)]
    [InlineData("+15005550004", FrontDesk, 21610)]
    [InlineData(Casey, "+15005550007", 21606)]
    public async Task Twilios_client_understands_our_carriers_refusals(string to, string from, int code)
    {
        await using var host = await CarrierHost.StartAsync();
        using var client = Client(host, CarrierHost.Token);
        var answer = await client.AskAsync(new { verb = "create", to, from, body = "Hi" });
        Assert.Equal((code, 400), ((int)answer["code"]!, (int)answer["status"]!));
    }

    [Fact]
    public async Task Twilios_client_is_turned_away_with_a_wrong_token_and_from_an_unknown_message()
    {
        await using var host = await CarrierHost.StartAsync();
        using var stranger = Client(host, "wrong");
        using var client = Client(host, CarrierHost.Token);
        var fetch = new { verb = "fetch", sid = "SM00000000000000000000000000000001" };

        Assert.Equal(20003, (int)(await stranger.AskAsync(fetch))["code"]!);
        Assert.Equal(20404, (int)(await client.AskAsync(fetch))["code"]!);
    }

    private static Peer Client(CarrierHost host, string token) =>
        Peer.Start("client.mjs", host.Url + CarrierHost.Prefix, CarrierHost.Account, token);

    private static async Task<JsonNode> ResultAsync<T>(Peer client, T request)
    {
        var answer = await client.AskAsync(request);
        return answer["result"] ?? throw new InvalidOperationException($"Twilio's client failed: {answer}");
    }
}
