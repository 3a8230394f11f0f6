using SnoutOS.Web.Twilio;

namespace SnoutOS.Tests.Simulator;

/// <summary>The carrier's numbers and calls, as the product's client and webhook meet them.</summary>
public sealed class CarrierNumberTests
{
    private const string Casey = "+12125550142";
    private const string FrontDesk = "+12125550100";

    [Fact]
    public async Task Numbers_are_listed_by_pages_and_pointed_elsewhere()
    {
        await using var host = await CarrierHost.StartAsync();
        string[] addresses = ["+12125550103", "+12125550101", "+12125550102"];
        var rented = Array.ConvertAll(addresses, host.Rent);

        var listed = await host.Numbers.ListAsync(CancellationToken.None).ToListAsync();
        Assert.Equal(rented.Select(number => (number.Sid, number.Address)), listed.Select(number => (number.Sid, number.Phone.E164)));
        Assert.All(listed, number => Assert.False(number.PointsHere));

        var told = await host.Numbers.PointHereAsync(rented[1].Sid, CancellationToken.None);
        Assert.Equal((rented[1].Address, true), (told!.Phone.E164, told.PointsHere));
        Assert.Equal([false, true, false], await host.Numbers.ListAsync(CancellationToken.None).Select(number => number.PointsHere).ToListAsync());
    }

    [Fact]
    public async Task A_phone_calls_and_hears_what_the_business_has_said_to_it()
    {
        await using var host = await CarrierHost.StartAsync();
        Assert.Null(await host.Calls.CallAsync(Casey, FrontDesk));

        var heard = Assert.Single(host.Webhooks);
        Assert.True(heard.Signed);
        Assert.Equal("/webhook/voice", heard.Path);
        Assert.True(CallForm.TryRead(heard.Form, out var call));
        Assert.Equal((Casey, FrontDesk), (call.From, call.To));
    }
}
