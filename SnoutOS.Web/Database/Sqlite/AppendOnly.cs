using Microsoft.EntityFrameworkCore.Migrations;

namespace SnoutOS.Web.Database.Sqlite;

/// <summary>Triggers that let the audit log and the routing decisions be written once and never again.</summary>
internal static class AppendOnly
{
    public static void Create(MigrationBuilder migration)
    {
        foreach (var table in AppendOnlyTables.All)
        {
            migration.Sql($"""
                CREATE TRIGGER "{table}_no_update" BEFORE UPDATE ON "{table}"
                BEGIN SELECT RAISE(ABORT, '{table} rows are never changed'); END;
                """);
            migration.Sql($"""
                CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}"
                BEGIN SELECT RAISE(ABORT, '{table} rows are never deleted'); END;
                """);
        }
    }
}
