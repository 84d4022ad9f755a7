using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Update;

namespace EqAssess.Data.Databases;

/// <summary>
/// Gives every column of text a binary collation. With the one that servers have by default, <c>A</c> and <c>a</c> would be the same key, and
/// texts in two collations cannot be compared at all. Binary is how SQLite and PostgreSQL compare here; only spaces at the end stay out of
/// every comparison of SQL Server's. Nobody's texts are put in order for a reader by the database.
/// </summary>
#pragma warning disable EF1001 // The batch preparer is named by the constructor of the public base class, and only handed on.
internal sealed class SqlServerColumns(MigrationsSqlGeneratorDependencies dependencies, ICommandBatchPreparer batches)
#pragma warning restore EF1001
    : SqlServerMigrationsSqlGenerator(dependencies, batches)
{
    private const string Collation = "Latin1_General_100_BIN2";

    protected override void ColumnDefinition(
        string? schema, string table, string name, ColumnOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        string? type = operation.ColumnType ?? GetColumnType(schema, table, name, operation, model);
        if (type?.StartsWith("nvarchar", StringComparison.OrdinalIgnoreCase) is true)
        {
            operation.Collation ??= Collation;
        }

        base.ColumnDefinition(schema, table, name, operation, model, builder);
    }
}
