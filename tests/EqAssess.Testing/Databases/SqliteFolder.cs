using Microsoft.Data.Sqlite;

namespace EqAssess.Testing.Databases;

internal sealed class SqliteFolder(string folder) : FolderDatabase
{
    public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    protected override string ConnectionString => $"Data Source={File}";

    private string File => Path.Combine(folder, "eqassess.db");

    public override Task EnsureAsync() => Task.CompletedTask;

    /// <summary>Closing the last connection has moved the write-ahead log into the file.</summary>
    public override async Task<object> SnapshotAsync() => await System.IO.File.ReadAllBytesAsync(File);

    public override Task FillAsync(object snapshot) => System.IO.File.WriteAllBytesAsync(File, (byte[])snapshot);

    public override void Close()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    public override Task DeleteAsync() => Task.CompletedTask;
}
