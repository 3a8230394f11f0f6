using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Database.SqlServer;

namespace SnoutOS.Tests.Persistence;

/// <summary>What SQL Server would be told, judged by Microsoft's parser and schema model, since there is no server here.</summary>
public sealed class SqlServerScriptTests : IDisposable
{
    private readonly SnoutDbContext _db = new SqlServerDesignTimeFactory().CreateDbContext([]);

    private IMigrator Migrator => _db.GetService<IMigrator>();

    public void Dispose() => _db.Dispose();

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_script_of_the_migrations_parses(MigrationsSqlGenerationOptions options) =>
        Assert.Empty(TSql.Faults(Migrator.GenerateScript(options: options)));

    [Fact]
    public void Every_table_index_key_and_trigger_fits_the_others()
    {
        var definitions = TSql.Definitions(Migrator.GenerateScript()).ToList();
        Assert.Equal(_db.Model.GetRelationalModel().Tables.Count(), definitions.Count(text => text.StartsWith("CREATE TABLE", StringComparison.Ordinal)));
        Assert.Equal(2, definitions.Count(text => text.StartsWith("CREATE TRIGGER", StringComparison.Ordinal)));
        Assert.Empty(TSql.Contradictions(definitions));
    }

    [Fact]
    public void A_mistake_would_be_seen()
    {
        Assert.NotEmpty(TSql.Faults("CREATE TABLE [Threads] ([Id] uniqueidentifier NOT NULL,, [Name] nvarchar(200));"));
        string[] table = ["CREATE TABLE [Threads] ([Id] uniqueidentifier NOT NULL PRIMARY KEY);"];
        Assert.Empty(TSql.Contradictions(table));
        Assert.NotEmpty(TSql.Contradictions([.. table, "CREATE INDEX [IX_Threads_Name] ON [Threads] ([Name]);"]));
        Assert.NotEmpty(TSql.Contradictions([.. table, "ALTER TABLE [Threads] ADD CONSTRAINT [FK] FOREIGN KEY ([Id]) REFERENCES [Clients] ([Id]);"]));
        Assert.NotEmpty(TSql.Contradictions([.. table, "CREATE PROCEDURE [Heard] AS BEGIN SELECT [Name] FROM [Threads] END"]));
    }

    /// <summary>An index key of SQL Server has at most 1,700 bytes, a clustered one 900.</summary>
    [Fact]
    public void No_key_is_wider_than_an_index_takes()
    {
        var model = _db.Model.GetRelationalModel();
        Assert.All(model.Tables, table => Assert.True(WidthOf(table.PrimaryKey!.Columns.Select(column => column.StoreType)) <= 900, table.Name));
        Assert.All(model.Tables.SelectMany(table => table.Indexes), index => Assert.True(WidthOf(index.Columns.Select(column => column.StoreType)) <= 1700, index.Name));
    }

    private static int WidthOf(IEnumerable<string> types) => types.Sum(type => type.Split('(', ')') switch
    {
        ["nvarchar", var length, ..] => 2 * int.Parse(length, System.Globalization.CultureInfo.InvariantCulture),
        ["varchar", var length, ..] => int.Parse(length, System.Globalization.CultureInfo.InvariantCulture),
        _ => 16,
    });
}
