using Microsoft.Extensions.DependencyInjection;
using SnoutOS.Domain.Phones;
using SnoutOS.Domain.Sending;
using SnoutOS.Domain.Threads;

namespace SnoutOS.Tests.Conformance;

/// <summary>Our client, held against Twilio's published specification.</summary>
[Trait("Category", "conformance")]
[Collection("conformance")]
public sealed class PrismClientTests(PrismMock prism) : IClassFixture<PrismMock>
{
    private static readonly OutboundSms Hello = new(
        Guid.Parse("0195a000-0000-7000-8000-000000000001"),
        PhoneNumber.Parse("+12125550100", null), PhoneNumber.Parse("+12125550142", null), "Hello 🐶 & +1", [], TimeSpan.FromHours(4));

    [Fact]
    public async Task Our_client_keeps_to_the_specification()
    {
        await using var services = Prism.Provider(prism.Url, Prism.ExampleAccount, "any");
        var sms = services.GetRequiredService<ISmsProvider>();

        Assert.IsType<SendOutcome.Accepted>(await sms.SendAsync(Hello, CancellationToken.None));
        Assert.IsType<SendOutcome.Accepted>(await sms.SendAsync(Hello with { Body = new string('é', 1600) }, CancellationToken.None));
        Uri[] media = [new("https://example.com/a.jpg"), new("https://example.com/b.png?sig=a%2Fb")];
        Assert.IsType<SendOutcome.Accepted>(await sms.SendAsync(Hello with { Body = "", Media = media }, CancellationToken.None));

        var fetched = await sms.FetchAsync("SM00000000000000000000000000000001", CancellationToken.None);
        Assert.Equal(new DateTimeOffset(2019, 5, 24, 17, 18, 28, TimeSpan.Zero), fetched?.SentAt);

        var numbers = services.GetRequiredService<IProviderNumbers>();
        Assert.Null(await numbers.FindAsync(Hello.From, CancellationToken.None));
        Assert.NotNull(await numbers.PointHereAsync("PN00000000000000000000000000000001", CancellationToken.None));

        var query = new ProviderMessageQuery(DateTimeOffset.UnixEpoch, Hello.From, Hello.To);
        var listed = await sms.ListAsync(query, CancellationToken.None).Take(2).ToListAsync();
        Assert.Equal([Direction.Outbound, Direction.Inbound], listed.Select(message => message.Direction));
        Assert.Equal("image/jpeg", Assert.Single(await sms.ListMediaAsync(listed[1].Sid, CancellationToken.None)).ContentType);
    }

    [Theory]
    [InlineData("to=%2B12125550142&From=%2B12125550100&Body=Hi")]
    [InlineData("To=+12125550142&From=%2B12125550100&Body=Hi")]
    [InlineData("To=%2B12125550142&From=%2B12125550100&Body=Hi&ValidityPeriod=soon")]
    [InlineData("To=%2B12125550142&From=%2B12125550100&Body=Hi&StatusCallback=not%20an%20address")]
    public async Task The_specification_notices_mistakes(string form)
    {
        Assert.Equal(400, await Prism.PostAsync(prism.Url, form));
    }
}
