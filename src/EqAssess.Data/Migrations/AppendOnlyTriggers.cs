using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Data.Migrations;

/// <summary>Triggers that refuse UPDATE and DELETE, and TRUNCATE on PostgreSQL. On SQL Server no trigger sees TRUNCATE, which needs the right to alter the table.</summary>
internal static class AppendOnlyTriggers
{
    public static void RefuseChanges(this MigrationBuilder migration, params string[] tables)
    {
        if (migration.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            migration.Sql(
                "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS " +
                "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
        }

        foreach (string table in tables)
        {
            switch (migration.ActiveProvider)
            {
                case "Microsoft.EntityFrameworkCore.Sqlite":
                    migration.Sql($"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
                    migration.Sql($"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
                    break;
                case "Npgsql.EntityFrameworkCore.PostgreSQL":
                    migration.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();");
                    break;
                case "Microsoft.EntityFrameworkCore.SqlServer":
                    migration.Sql($"CREATE TRIGGER {table}_append_only ON {table} AFTER UPDATE, DELETE AS THROW 51000, N'{table} is append-only', 1");
                    break;
            }
        }
    }
}
