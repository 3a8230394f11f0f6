using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SnoutOS.Domain.Persistence;
using SnoutOS.Web.Database.PostgreSql;
using SnoutOS.Web.Database.Sqlite;
using SnoutOS.Web.Database.SqlServer;

namespace SnoutOS.Tests.Persistence;

/// <summary>The migrations of each database against the one model. None of this asks a server.</summary>
public sealed class MigrationTests
{
    public static TheoryData<string> Databases => ["sqlite", "postgresql", "sqlserver"];

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_migrations_make_the_model(string database)
    {
        using var db = Open(database);
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: bin/migration NAME writes the migrations.");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public void Every_database_has_the_same_tables_and_columns(string database)
    {
        using var reference = Open("sqlite");
        using var db = Open(database);
        Assert.Equal(ColumnsOf(reference), ColumnsOf(db), StringComparer.Ordinal);
    }

    /// <summary>SQL Server refuses a table whose rows could be deleted over two ways at once.</summary>
    [Fact]
    public void A_deletion_reaches_each_table_over_one_way_only()
    {
        using var db = Open("sqlserver");
        Assert.All(db.Model.GetEntityTypes(), type => Assert.Equal(Reached(type).Distinct(), Reached(type)));
    }

    private static IEnumerable<IEntityType> Reached(IEntityType type) =>
        from key in type.GetReferencingForeignKeys()
        where key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull
        from reached in Reached(key.DeclaringEntityType).Prepend(key.DeclaringEntityType)
        select reached;

    private static List<string> ColumnsOf(SnoutDbContext db) =>
        [.. db.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {column.IsNullable}")).Order(StringComparer.Ordinal)];

    private static SnoutDbContext Open(string database) => database switch
    {
        "sqlite" => new SqliteDesignTimeFactory().CreateDbContext([]),
        "postgresql" => new PostgreSqlDesignTimeFactory().CreateDbContext([]),
        _ => new SqlServerDesignTimeFactory().CreateDbContext([]),
    };
}
