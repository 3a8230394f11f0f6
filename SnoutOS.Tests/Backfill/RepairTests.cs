using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Backfill;
using SnoutOS.Domain.Persistence;
using SnoutOS.Tests.Api;
using SnoutOS.Tests.Proving;

namespace SnoutOS.Tests.Backfill;

/// <summary>What a machine may mend is mended, once; what needs a judgement is told and left alone.</summary>
public sealed class RepairTests(BusyProduct busy) : IClassFixture<BusyProduct>
{
    [Theory]
    [InlineData("thread-has-number")]
    [InlineData("lease-on-active-pool-number")]
    [InlineData("thread-counts")]
    [InlineData("thread-head")]
    [InlineData("thread-last-outbound")]
    [InlineData("reads-within-thread")]
    [InlineData("awaited-sitter-is-named")]
    [InlineData("shown-in-a-conversation")]
    [InlineData("conversation-head")]
    [InlineData("assigned-visit-has-window")]
    [InlineData("no-live-window-without-visit")]
    [InlineData("live-window-of-its-visits-sitter")]
    [InlineData("window-is-visit-with-buffers")]
    [InlineData("unsent-message-in-outbox")]
    [InlineData("outbox-fits-status")]
    public async Task What_can_be_told_from_the_rows_is_mended(string name)
    {
        await PlantAsync(Proving.Faults.All[name]);
        var report = Assert.Single(await RepairAsync());
        Assert.Equal((name, true), (report.Before.Invariant.Name, report.After.Holds));
        Assert.StartsWith("mended  ", $"{report}", StringComparison.Ordinal);
        Assert.Empty(await RepairAsync());
    }

    [Fact]
    public async Task What_needs_a_person_is_told_and_left_alone()
    {
        var product = new Product();
        await product.InitializeAsync();
        await using var app = product.App;
        await BusyBusiness.OpenAsync(product);
        await PlantAsync(app.Get<SnoutDb>(), Fault.Of("""UPDATE "Messages" SET "Status" = 'Delivered' WHERE "Body" = 'STOP'"""));
        var report = Assert.Single(await app.Get<Repairs>().RunAsync(CancellationToken.None));
        Assert.Equal("inbound-is-received", report.After.Invariant.Name);
        Assert.Matches("^LEFT    .+: 1 row, e.g. message [0-9a-f-]+; a person has to decide$", $"{report}");
    }

    private Task<IReadOnlyList<RepairReport>> RepairAsync() => busy.Product.App.Get<Repairs>().RunAsync(CancellationToken.None);

    private Task PlantAsync(Fault fault) => PlantAsync(busy.Product.App.Get<SnoutDb>(), fault);

    private static async Task PlantAsync(SnoutDb database, Fault fault)
    {
        await using var db = database.ForInstallation();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        await fault.PlantAsync(db);
    }
}
