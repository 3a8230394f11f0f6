using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Bookings;

namespace SnoutOS.Tests.Policing;

/// <summary>What is held back from a sitter is not among what is handed over to them.</summary>
public sealed class HandedOverTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task What_is_held_back_is_not_handed_over_with_the_rest()
    {
        var day = await PolicedDay.OpenAsync(product);
        var rules = RuleSet.Usual with { ClientToSitter = new PoachingPolicy(PoachingAction.Block) };
        Assert.True(await product.App.Get<RuleBook>().SaveAsync(day.Office.Owner, rules, CancellationToken.None));
        await day.TextAsync("Call me on 212-555-0199 please");
        var desk = await day.Office.TextInAsync(day.Phone, "The gate is open");
        foreach (var thread in new[] { day.Thread, desk })
        {
            (await day.Office.PostAsync($"{PolicedDay.Threads}/{thread}/hand-over", new { })).EnsureSuccessStatusCode();
        }

        Assert.Equal("The gate is open", Assert.Single(await day.AnasMessagesAsync()).Text("body"));
        var dismissed = (await day.MessagesAsync()).Single(message => message.Text("status") == "blocked").Id();
        (await day.DismissAsync(dismissed)).EnsureSuccessStatusCode();
        (await day.Office.PostAsync($"{PolicedDay.Threads}/{day.Thread}/hand-over", new { })).EnsureSuccessStatusCode();
        Assert.Single(await day.AnasMessagesAsync());
    }
}
