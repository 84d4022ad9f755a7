using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Testing.Databases;

/// <summary>A file in a temporary folder. The migrations run once; every test gets a copy.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<byte[]>> Template = new(MigrateAsync);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-sqlite-");

    public override string Engine => "Sqlite";

    public override string ConnectionString => $"Data Source={Path.Combine(folder.FullName, "eqassess.db")}";

    public static async Task<SqliteTestDatabase> CreateAsync(bool migrated)
    {
        var database = new SqliteTestDatabase();
        if (migrated)
        {
            await File.WriteAllBytesAsync(Path.Combine(database.folder.FullName, "eqassess.db"), await Template.Value);
        }

        return database;
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<byte[]> MigrateAsync()
    {
        await using var database = new SqliteTestDatabase();
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync();
        }

        // Closing the last connection moves the write-ahead log into the file.
        using var connection = new SqliteConnection(database.ConnectionString);
        SqliteConnection.ClearPool(connection);
        return await File.ReadAllBytesAsync(Path.Combine(database.folder.FullName, "eqassess.db"));
    }
}
