using System.Text.RegularExpressions;
using EqAssess.Data;
using EqAssess.Data.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EqAssess.Web.Tests.Data;

/// <summary>For SQL Server the two scripts are compared too, which needs no server.</summary>
public sealed partial class SqlServerScriptTests
{
    [Fact]
    public void The_script_of_the_migrations_is_the_script_of_the_model()
    {
        using EqAssessDb db = Open();

        string[] want = StatementsOf(db.Database.GenerateCreateScript());
        string[] got = WithColumnsInTheirTables([.. StatementsOf(db.GetService<IMigrator>().GenerateScript()).Where(IsOfSchema)]);

        Assert.True(want.Length > 50, $"only {want.Length} statements were found");
        string differences = string.Join('\n', want.Except(got, StringComparer.Ordinal).Select(s => $"missing in the migrations: {s}")
            .Concat(got.Except(want, StringComparer.Ordinal).Select(s => $"only in the migrations: {s}")).Order(StringComparer.Ordinal));
        Assert.True(differences.Length == 0, differences);
    }

    /// <summary>Two paths of cascades to one table are an error on SQL Server (1785), and on no other engine.</summary>
    [Fact]
    public void No_table_is_reached_by_two_paths_of_cascades()
    {
        using EqAssessDb db = Open();
        var cascades = db.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys()).Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .Select(k => (From: k.PrincipalEntityType.GetTableName()!, To: k.DeclaringEntityType.GetTableName()!)).ToLookup(k => k.From, k => k.To);

        string[] twice =
        [
            .. from start in db.Model.GetEntityTypes().Select(t => t.GetTableName()!)
               from reached in Reached(start, cascades).GroupBy(t => t).Where(t => t.Count() > 1)
               select $"{start} → {reached.Key}",
        ];

        Assert.NotEmpty(cascades);
        Assert.Empty(twice);
    }

    /// <summary>An index key of SQL Server holds 1,700 bytes, a clustered one (a primary key) 900; a character takes two.</summary>
    [Fact]
    public void Every_key_and_index_fits_into_SQL_Server()
    {
        using EqAssessDb db = Open();

        string[] tooWide =
        [
            .. from table in db.Model.GetEntityTypes()
               from index in table.GetIndexes().Select(i => (Name: i.GetDatabaseName()!, i.Properties, Most: 1700))
                   .Concat(table.GetKeys().Select(k => (Name: k.GetName()!, k.Properties, Most: 900)))
               where index.Properties.Sum(p => p.ClrType == typeof(string) || p.GetProviderClrType() == typeof(string) ? 2 * (p.GetMaxLength() ?? 100_000) : 16) > index.Most
               select index.Name,
        ];

        Assert.Empty(tooWide);
    }

    private static IEnumerable<string> Reached(string from, ILookup<string, string> cascades) =>
        cascades[from].SelectMany(to => Reached(to, cascades).Prepend(to));

    private static EqAssessDb Open()
    {
        var options = new DbContextOptionsBuilder<EqAssessDb>();
        DatabaseEngine.Get("SqlServer").ConfigureContext(options, "Server=nowhere.invalid;Database=eqassess");
        return new EqAssessDb(options.Options);
    }

    // Later migrations take the rows of earlier ones over.
    private static bool IsOfSchema(string statement) =>
        !statement.StartsWith("UPDATE ", StringComparison.Ordinal) && !statement.StartsWith("CREATE TRIGGER ", StringComparison.Ordinal) && !statement.StartsWith("INSERT INTO ", StringComparison.Ordinal);

    /// <summary>A column that a later migration adds stands where the model has it: behind the table's other columns.</summary>
    private static string[] WithColumnsInTheirTables(string[] statements)
    {
        var added = statements.Select(s => AddedColumn().Match(s)).Where(m => m.Success).ToLookup(m => m.Groups["table"].Value, m => m.Groups["column"].Value);
        return
        [
            .. statements.Where(s => !AddedColumn().IsMatch(s)).Select(s => CreatedTable().Match(s) is { Success: true } table
                ? string.Join(", ", [table.Groups["columns"].Value, .. added[table.Groups["table"].Value], table.Groups["rest"].Value])
                : s),
        ];
    }

    [GeneratedRegex(@"\AALTER TABLE \[(?<table>\w+)\] ADD (?<column>\[.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex AddedColumn();

    [GeneratedRegex(@"\A(?<columns>CREATE TABLE \[(?<table>\w+)\] .*?), (?<rest>CONSTRAINT .*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex CreatedTable();

    /// <summary>Statements without what only one of the two scripts has: batches, transactions, the history of migrations, and white space.</summary>
    private static string[] StatementsOf(string script) =>
    [
        .. Batch().Split(script).SelectMany(batch => batch.Split(';')).Select(s => Space().Replace(s, " ").Trim())
            .Where(s => s is not "" and not "BEGIN TRANSACTION" and not "COMMIT" and not "END" && !s.Contains("__EFMigrationsHistory", StringComparison.Ordinal)),
    ];

    [GeneratedRegex(@"^GO\s*$", RegexOptions.Multiline)]
    private static partial Regex Batch();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
