using SnoutOS.Domain.AntiPoaching;
using SnoutOS.Domain.Policing;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Policing.Figures;

namespace SnoutOS.Tests.Policing;

/// <summary>Diagnostics counts what was held back, whatever became of it, and nothing else.</summary>
public sealed class PoachingDiagnosticsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task What_was_blocked_counts_also_once_it_was_sent_dismissed_or_a_false_alarm()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.AttemptAsync();
        Assert.Equal(1, await BlockedAsync(day));
        await FiguresTests.DecideAsync(day);
        Assert.Equal(4, await BlockedAsync(day));
    }

    [Fact]
    public async Task What_was_masked_or_only_flagged_does_not()
    {
        var day = await PolicedDay.OpenAsync(product);
        await day.TextAsync("Call me on 212-555-0145, please");
        var rules = RuleSet.Usual with { SitterToClient = new PoachingPolicy(PoachingAction.Flag) };
        Assert.True(await product.App.Get<RuleBook>().SaveAsync(day.Office.Owner, rules, CancellationToken.None));
        await day.SendAsync(PolicedDay.Poaching);
        Assert.Equal(0, await BlockedAsync(day));
    }

    [Fact]
    public async Task Nor_what_is_older_than_the_hours_or_of_another_business()
    {
        var (day, other) = (await PolicedDay.OpenAsync(product), await product.OpenOfficeAsync());
        await day.AttemptAsync();
        Assert.Equal(0, (await other.GetAsync("/api/messages/diagnostics")).GetProperty("antiPoachingBlocked").GetInt32());
        product.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(0, await BlockedAsync(day, "?hours=2"));
        Assert.Equal(1, await BlockedAsync(day, "?hours=4"));
    }

    [Fact]
    public async Task It_says_that_pictures_are_not_read()
    {
        var office = await product.OpenOfficeAsync();
        Assert.Equal("not_read", (await office.GetAsync("/api/messages/diagnostics")).GetProperty("antiPoachingPictures").GetString());
    }

    private static async Task<int> BlockedAsync(PolicedDay day, string query = "") =>
        (await day.Office.GetAsync($"/api/messages/diagnostics{query}")).GetProperty("antiPoachingBlocked").GetInt32();
}
