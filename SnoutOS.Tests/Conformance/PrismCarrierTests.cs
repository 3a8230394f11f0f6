using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;
using SnoutOS.Tests.Simulator;
using SnoutOS.Tests.Twilio;
using SnoutOS.Web.Simulator.Carrier;

namespace SnoutOS.Tests.Conformance;

/// <summary>Our carrier, held against Twilio's published specification.</summary>
[Trait("Category", "conformance")]
[Collection("conformance")]
public sealed class PrismCarrierTests
{
    private static readonly OutboundSms Hello = new(
        Guid.Parse("0195a000-0000-7000-8000-000000000001"),
        PhoneNumber.Parse("+12125550100", null), PhoneNumber.Parse("+12125550142", null), "Hello", [], TimeSpan.FromHours(4));

    [Fact]
    public async Task Our_carrier_keeps_to_the_specification()
    {
        await using var host = await CarrierHost.StartAsync();
        using var prism = await Prism.ProxyAsync(host.Url + CarrierHost.Prefix);
        await using var services = Prism.Provider(prism.Url, CarrierHost.Account, CarrierHost.Token);
        var sms = services.GetRequiredService<ISmsProvider>();

        var accepted = Assert.IsType<SendOutcome.Accepted>(await sms.SendAsync(Hello, CancellationToken.None));
        var unwelcome = Hello with { To = PhoneNumber.Parse("+15005550009", null) };
        Assert.Equal(21614, Assert.IsType<SendOutcome.Rejected>(await sms.SendAsync(unwelcome, CancellationToken.None)).Code);
        host.Carrier.BehaveNext(new CarrierBehavior { SlowDowns = 1 });
        Assert.IsType<SendOutcome.NotTaken>(await sms.SendAsync(Hello, CancellationToken.None));
        await host.Carrier.SettledAsync();

        var inbound = await host.Carrier.TextFromPhoneAsync(
            "+12125550142", "+12125550100", "Hi", [host.Carrier.NewMedia([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg")]);

        Assert.Equal(MessageStatus.Delivered, (await sms.FetchAsync(accepted.Sid, CancellationToken.None))!.Status);
        Assert.Null(await sms.FetchAsync("SM00000000000000000000000000000001", CancellationToken.None));
        var listed = await sms.ListAsync(new ProviderMessageQuery(DateTimeOffset.UnixEpoch), CancellationToken.None).ToListAsync();
        Assert.Equal(host.Carrier.All.Length, listed.Count);
        Assert.Single(await sms.ListMediaAsync(inbound.Message.Sid, CancellationToken.None));
    }

    [Fact]
    public async Task Our_carriers_numbers_keep_to_the_specification()
    {
        await using var host = await CarrierHost.StartAsync();
        using var prism = await Prism.ProxyAsync(host.Url + CarrierHost.Prefix);
        await using var services = Prism.Provider(prism.Url, CarrierHost.Account, CarrierHost.Token);
        var numbers = services.GetRequiredService<IProviderNumbers>();
        for (var line = 0; line < 5; line++)
        {
            host.Rent($"+1212555010{line}");
        }

        Assert.Equal(5, await numbers.ListAsync(CancellationToken.None).CountAsync());
        var found = await numbers.FindAsync(PhoneNumber.Parse("+12125550103", null), CancellationToken.None);
        Assert.False(found!.PointsHere);
        Assert.True((await numbers.PointHereAsync(found.Sid, CancellationToken.None))!.PointsHere);
        Assert.Null(await numbers.PointHereAsync("PN00000000000000000000000000000009", CancellationToken.None));
    }

    [Fact]
    public async Task The_specification_notices_a_carrier_that_strays()
    {
        await using var strange = await LoopbackApi.StartAsync(Answers.Json(201, """{"sid":"SM1","num_media":0,"status":"teleported"}"""));
        using var prism = await Prism.ProxyAsync(strange.Url);
        Assert.Equal(500, await Prism.PostAsync(prism.Url, "To=%2B12125550142&From=%2B12125550100&Body=Hi"));
        Assert.Single(strange.Requests);
    }
}
