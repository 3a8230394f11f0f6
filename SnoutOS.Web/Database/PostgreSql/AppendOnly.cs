using Microsoft.EntityFrameworkCore.Migrations;

namespace SnoutOS.Web.Database.PostgreSql;

/// <summary>Triggers that let the audit log and the routing decisions be written once and never again.</summary>
internal static class AppendOnly
{
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $refuse$
            BEGIN RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME; END;
            $refuse$;
            """);
        foreach (var table in AppendOnlyTables.All)
        {
            migration.Sql($"""
                CREATE OR REPLACE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
                """);
        }
    }
}
