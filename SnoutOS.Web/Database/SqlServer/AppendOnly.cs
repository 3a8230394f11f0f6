using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SnoutOS.Web.Database.SqlServer;

/// <summary>Triggers that let the audit log and the routing decisions be written once and never again.</summary>
internal static class AppendOnly
{
    public static void Create(MigrationBuilder migration)
    {
        foreach (var table in AppendOnlyTables.All)
        {
            // A trigger must be alone in its batch, which a script that asks first whether to run it cannot grant.
            migration.Sql($"""
                EXEC(N'CREATE OR ALTER TRIGGER [{NameOf(table)}] ON [{table}] AFTER UPDATE, DELETE AS
                IF EXISTS (SELECT 1 FROM deleted) THROW 51000, ''{table} rows are never changed or deleted'', 1;')
                """);
        }
    }

    /// <summary>EF writes other statements for tables with triggers, so it has to know of them.</summary>
    public static void Declare(ModelBuilder model)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(type => AppendOnlyTables.All.Contains(type.GetTableName(), StringComparer.Ordinal)).ToList())
        {
            model.Entity(type.ClrType).ToTable(table => table.HasTrigger(NameOf(type.GetTableName()!)));
        }
    }

    private static string NameOf(string table) => $"{table}_append_only";
}
