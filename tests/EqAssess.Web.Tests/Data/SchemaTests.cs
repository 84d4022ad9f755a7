using System.Data;
using System.Data.Common;
using EqAssess.Data;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Data;

/// <summary>The migrations are written by hand; each engine must get from them the schema that it would get from the model.</summary>
public sealed class SchemaTests
{
    private const string OnSqlite = """
        SELECT 'table ' || m.name || ' column ' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' default=' || ifnull(c.dflt_value, '-') || ' pk=' || c.pk
        FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT 'table ' || m.name || ' index ' || i.name || ' unique=' || i."unique" || ' partial=' || i.partial || ' origin=' || i.origin || ' on '
            || (SELECT group_concat(k.name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) k)
        FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT 'table ' || m.name || ' key ' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' delete=' || f.on_delete || ' update=' || f.on_update
        FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION ALL
        SELECT 'table ' || name || ' autoincrement' FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' AND name NOT LIKE '\_\_EF%' ESCAPE '\'
        """;

    private const string OnPostgreSql = """
        SELECT 'table ' || table_name || ' column ' || column_name || ' ' || data_type || ' length=' || coalesce(character_maximum_length::text, '-')
            || ' precision=' || coalesce(datetime_precision::text, '-') || ' nullable=' || is_nullable || ' default=' || coalesce(column_default, '-') || ' identity=' || coalesce(identity_generation, '-')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'table ' || tablename || ' index ' || indexdef FROM pg_catalog.pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'table ' || conrelid::regclass || ' constraint ' || conname || ' ' || pg_get_constraintdef(oid) || ' delete=' || confdeltype::text || ' update=' || confupdtype::text
        FROM pg_catalog.pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """;

    private const string OnSqlServer = """
        SELECT CONCAT('table ', t.name, ' column ', c.name, ' ', y.name, ' length=', c.max_length, ' collation=', c.collation_name, ' nullable=', c.is_nullable, ' identity=', c.is_identity, ' default=', d.definition)
        FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id JOIN sys.types y ON y.user_type_id = c.user_type_id LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id
        WHERE t.name NOT LIKE '[_][_]EF%'
        UNION ALL
        SELECT CONCAT('table ', t.name, ' index ', i.name, ' unique=', i.is_unique, ' primary=', i.is_primary_key, ' where=', i.filter_definition, ' on ', k.key_ordinal, ' ', c.name)
        FROM sys.tables t JOIN sys.indexes i ON i.object_id = t.object_id JOIN sys.index_columns k ON k.object_id = i.object_id AND k.index_id = i.index_id
        JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id
        WHERE t.name NOT LIKE '[_][_]EF%'
        UNION ALL
        SELECT CONCAT('table ', t.name, ' key ', f.name, ' ', c.name, ' -> ', OBJECT_NAME(f.referenced_object_id), ' delete=', f.delete_referential_action_desc)
        FROM sys.tables t JOIN sys.foreign_keys f ON f.parent_object_id = t.object_id JOIN sys.foreign_key_columns k ON k.constraint_object_id = f.object_id
        JOIN sys.columns c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
        """;

    [Theory]
    [OnEachEngine]
    public async Task The_schema_from_the_migrations_is_the_schema_from_the_model(string engine)
    {
        await using TestDatabase migrated = await TestDatabase.CreateEmptyAsync(engine);
        await using TestDatabase modelled = await TestDatabase.CreateEmptyAsync(engine);
        await using EqAssessDb fromMigrations = migrated.Open();
        await using EqAssessDb fromModel = modelled.Open();

        await fromMigrations.Database.MigrateAsync();
        await fromModel.Database.EnsureCreatedAsync();

        IReadOnlyList<string> want = await DescribeAsync(fromModel, engine);
        IReadOnlyList<string> got = await DescribeAsync(fromMigrations, engine);
        Assert.True(want.Count > 150, $"only {want.Count} facts about the schema were found");
        string differences = string.Join('\n', want.Except(got, StringComparer.Ordinal).Select(f => $"missing in the migrations: {f}")
            .Concat(got.Except(want, StringComparer.Ordinal).Select(f => $"only in the migrations: {f}")).Order(StringComparer.Ordinal));
        Assert.True(differences.Length == 0, differences);
    }

    [Theory]
    [OnEachEngine]
    public async Task Migrating_a_second_time_changes_nothing(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        await using EqAssessDb db = database.Open();
        IReadOnlyList<string> before = await DescribeAsync(db, engine);

        await db.Database.MigrateAsync();

        Assert.Equal(before, await DescribeAsync(db, engine));
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    private static async Task<IReadOnlyList<string>> DescribeAsync(EqAssessDb db, string engine)
    {
        DbConnection connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
        {
            await connection.OpenAsync();
        }

        await using DbCommand command = connection.CreateCommand();
        command.CommandText = engine switch { "Sqlite" => OnSqlite, "PostgreSql" => OnPostgreSql, _ => OnSqlServer };
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var facts = new List<string>();
        while (await reader.ReadAsync())
        {
            facts.Add(reader.GetString(0));
        }

        return [.. facts.Order(StringComparer.Ordinal)];
    }
}
