using Microsoft.EntityFrameworkCore;
using SnoutOS.Domain.Persistence;
using SnoutOS.Domain.Proving;
using SnoutOS.Tests.Api;

namespace SnoutOS.Tests.Proving;

/// <summary>One busy business for all faults; each is planted in a transaction that never commits.</summary>
public sealed class BusyProduct : IAsyncLifetime
{
    public Product Product { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Product.InitializeAsync();
        await BusyBusiness.OpenAsync(Product);
    }

    public ValueTask DisposeAsync() => Product.DisposeAsync();
}

public sealed class FaultTests(BusyProduct busy) : IClassFixture<BusyProduct>
{
    public static TheoryData<string> Names => [.. Faults.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_is_reported_as_what_it_is_and_as_nothing_else(string name)
    {
        await using var db = busy.Product.App.Get<SnoutDb>().ForInstallation();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await LiftGuardsAsync(db);
        await Faults.All[name].PlantAsync(db);
        var broken = (await busy.Product.App.Get<Prover>().RunAsync(db, CancellationToken.None)).Where(finding => !finding.Holds).ToList();
        Assert.Equal(name, string.Join(", ", broken.Select(finding => finding.Invariant.Name)));
        Assert.NotEmpty(broken[0].Examples);
        Assert.Matches("^BROKEN  .+: [0-9]+ rows?, e.g. .+ .+", $"{broken[0]}");
    }

    [Fact]
    public async Task Every_invariant_has_its_fault()
    {
        var findings = await busy.Product.App.Get<Prover>().RunAsync(CancellationToken.None);
        Assert.Equal(findings.Select(finding => finding.Invariant.Name).Order(StringComparer.Ordinal), Faults.All.Keys.Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.True(finding.Holds, $"{finding}"));
    }

    /// <summary>Unique indexes and triggers keep most faults out of a database; here they are let in.</summary>
    private static async Task LiftGuardsAsync(SnoutDbContext db)
    {
        var guards = await db.Database.SqlQueryRaw<string>("""
            SELECT 'DROP ' || type || ' "' || name || '"' AS "Value" FROM sqlite_master
            WHERE type = 'trigger' OR (type = 'index' AND sql LIKE 'CREATE UNIQUE%')
            """).ToListAsync(TestContext.Current.CancellationToken);
        foreach (var drop in guards)
        {
            await db.Database.ExecuteSqlRawAsync(drop);
        }
    }
}
