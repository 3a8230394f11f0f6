using SnoutOS.Domain.Proving;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Simulator;
using SnoutOS.Tests.Support;

namespace SnoutOS.Tests.Proving;

/// <summary>Whatever the product's own doors did to a business, its rows keep their promises.</summary>
public abstract class ProofTests(Product product)
{
    [Fact]
    public async Task A_business_after_a_busy_week_keeps_every_promise()
    {
        await BusyBusiness.OpenAsync(product);
        Assert.All(await product.App.Get<Prover>().RunAsync(CancellationToken.None), finding => Assert.True(finding.Holds, $"{finding}"));
    }
}

public sealed class ProofOfTheDemoTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_demo_keeps_every_promise()
    {
        var findings = await demo.Product.Get<Prover>().RunAsync(CancellationToken.None);
        Assert.True(findings.Count > 50);
        Assert.All(findings, finding => Assert.True(finding.Holds, $"{finding}"));
    }
}
