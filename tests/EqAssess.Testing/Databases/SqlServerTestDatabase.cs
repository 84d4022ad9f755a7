using EqAssess.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Testing.Databases;

/// <summary>A database of the server that the run was told of. SQL Server copies no templates: the migrations run for every test.</summary>
internal sealed class SqlServerTestDatabase : TestDatabase
{
    private readonly string name = $"eqassess_test_{Guid.NewGuid():N}";

    private SqlServerTestDatabase()
    {
    }

    public override string Engine => "SqlServer";

    public override string ConnectionString => SqlServerServer.ConnectionString(name);

    public static async Task<SqlServerTestDatabase> CreateAsync(bool migrated)
    {
        var database = new SqlServerTestDatabase();
        await SqlServerServer.CreateAsync(database.name);
        if (migrated)
        {
            await using var db = database.Open();
            await DatabaseEngine.Get("SqlServer").PrepareAsync(db, CancellationToken.None);
            await db.Database.MigrateAsync();
        }

        return database;
    }

    public override async ValueTask DisposeAsync() => await SqlServerServer.DropAsync(name);
}
