using EqAssess.Data;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace EqAssess.Web.Tests.Data;

public sealed class DatabaseEngineTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Sqlite", typeof(SqliteEngine))]
    [InlineData("postgresql", typeof(PostgreSqlEngine))]
    [InlineData("SQLSERVER", typeof(SqlServerEngine))]
    public void An_engine_is_found_by_its_name_in_any_case(string name, Type engine) => Assert.IsType(engine, DatabaseEngine.Get(name));

    [Fact]
    public void An_unknown_engine_is_refused_with_the_setting_and_the_names_there_are()
    {
        ArgumentException failure = Assert.Throws<ArgumentException>(() => DatabaseEngine.Get("MySql"));

        Assert.StartsWith("Database:Engine is 'MySql'. Use one of: Sqlite, PostgreSql, SqlServer.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnEachEngine]
    public async Task A_primary_key_that_is_there_already_is_recognised(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        DbUpdateException failure = await FailureOfAsync(database, LeaseOf("sweep"), LeaseOf("sweep"));

        Assert.True(DatabaseEngine.SaysDuplicateKey(failure));
    }

    [Theory]
    [OnEachEngine]
    public async Task A_unique_index_that_is_violated_is_recognised(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        DbUpdateException failure = await FailureOfAsync(database, BankOf("same"), BankOf("same"));

        Assert.True(DatabaseEngine.SaysDuplicateKey(failure));
    }

    [Theory]
    [OnEachEngine]
    public async Task A_missing_row_that_another_refers_to_is_no_duplicate(string engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);
        var orphan = new FormVersionRow
        {
            Id = Guid.CreateVersion7(), BankId = Guid.CreateVersion7(), Title = "F", Number = 1, TimeLimitSeconds = 60, PublishedAt = Nine, PublishedBy = null,
        };

        DbUpdateException failure = await FailureOfAsync(database, orphan);

        Assert.False(DatabaseEngine.SaysDuplicateKey(failure));
    }

    [Fact]
    public void Every_indexed_text_says_how_long_it_may_be()
    {
        using EqAssessDb db = Model();

        string[] unlimited =
        [
            .. from table in db.Model.GetEntityTypes()
               from property in table.GetIndexes().SelectMany(i => i.Properties).Concat(table.GetKeys().SelectMany(k => k.Properties))
               where property.ClrType == typeof(string) && property.GetMaxLength() is null
               select $"{table.GetTableName()}.{property.GetColumnName()}",
        ];

        Assert.Empty(unlimited);
    }

    [Fact]
    public void An_id_that_the_checks_of_a_bank_let_through_fits_its_columns()
    {
        using EqAssessDb db = Model();

        int?[] widths =
        [
            .. new[] { (typeof(ItemVersionRow), nameof(ItemVersionRow.ItemId)), (typeof(BankRow), nameof(BankRow.Slug)), (typeof(KeyVersionRow), nameof(KeyVersionRow.Label)) }
                .Select(c => db.Model.FindEntityType(c.Item1)!.FindProperty(c.Item2)!.GetMaxLength()),
        ];

        Assert.All(widths, w => Assert.True(w >= ContentRules.LongestId, $"{w} < {ContentRules.LongestId}"));
    }

    [Fact]
    public void No_column_stores_an_instant_in_a_way_that_SQLite_cannot_order()
    {
        using EqAssessDb db = Model();

        IProperty[] instants = [.. db.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.ClrType == typeof(DateTimeOffset) || p.ClrType == typeof(DateTimeOffset?))];

        Assert.NotEmpty(instants);
        Assert.All(instants, p => Assert.Equal(typeof(DateTime), Nullable.GetUnderlyingType(p.GetTypeMapping().Converter!.ProviderClrType) ?? p.GetTypeMapping().Converter!.ProviderClrType));
    }

    private static async Task<DbUpdateException> FailureOfAsync(TestDatabase database, params object[] rows)
    {
        DbUpdateException? failure = null;
        foreach (object row in rows)
        {
            await using EqAssessDb db = database.Open();
            db.Add(row);
            failure = await Record.ExceptionAsync(() => db.SaveChangesAsync()) as DbUpdateException;
        }

        return Assert.IsAssignableFrom<DbUpdateException>(failure);
    }

    private static Lease LeaseOf(string name) => new() { Name = name, Holder = Guid.CreateVersion7(), Until = Nine };

    private static BankRow BankOf(string slug) => new()
    {
        Id = Guid.CreateVersion7(), Slug = slug, Title = "B", Language = "en", Head = "{}", ImportedAt = Nine,
    };

    private static EqAssessDb Model() => new(new DbContextOptionsBuilder<EqAssessDb>().UseSqlite("Data Source=:memory:").Options);
}
