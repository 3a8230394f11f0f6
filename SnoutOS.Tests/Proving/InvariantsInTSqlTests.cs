using System.Globalization;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SnoutOS.Domain.Proving;
using SnoutOS.Tests.Persistence;
using SnoutOS.Web.Database.SqlServer;

namespace SnoutOS.Tests.Proving;

/// <summary>The questions as SQL Server would hear them: understood by its parser, about tables and columns that exist.</summary>
public sealed class InvariantsInTSqlTests
{
    [Fact]
    public void Every_invariant_fits_the_tables()
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);
        var invariants = Invariants.Of(new SqlServerTraits(), db.Model);
        var asked = invariants.Select((invariant, place) =>
            $"CREATE PROCEDURE [Asked{place}] @now datetime2 AS BEGIN {string.Format(CultureInfo.InvariantCulture, invariant.Sql, "@now")} END").ToList();
        Assert.Contains(invariants, invariant => invariant.Name == "instants-are-whole-microseconds");
        Assert.All(asked, statement => Assert.Empty(TSql.Faults(statement)));
        Assert.Empty(TSql.Contradictions([.. TSql.Definitions(db.GetService<IMigrator>().GenerateScript()), .. asked]));
    }
}
