using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using EqAssess.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Tests.Pages;

/// <summary>
/// What every table of a site holds, as one digest each: equal before and after means that nothing was written. The site's own sign of
/// life is left out: it comes every few seconds, whatever is asked.
/// </summary>
internal static class Tables
{
    private static readonly string Names = ChosenEngine.Name switch
    {
        "Sqlite" => "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'heartbeat' ORDER BY name",
        "PostgreSql" => "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'heartbeat' ORDER BY table_name",
        _ => "SELECT name FROM sys.tables WHERE name <> 'heartbeat' ORDER BY name",
    };

    public static Task<IReadOnlyDictionary<string, string>> DigestsAsync(this SiteFactory site) => site.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        DbConnection connection = db.Database.GetDbConnection();
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string table in await NamesAsync(connection))
        {
            digests[table] = await DigestAsync(connection, table);
        }

        return (IReadOnlyDictionary<string, string>)digests;
    });

    /// <summary>Every row of every table as text. Not SQLite.</summary>
    public static Task<string> RowsAsync(this SiteFactory site) => site.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var rows = new StringBuilder();
        foreach (string table in await NamesAsync(db.Database.GetDbConnection()))
        {
            await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = ChosenEngine.IsSqlServer ? $"SELECT * FROM [{table}]" : $"SELECT string_agg(t::text, chr(10)) FROM \"{table}\" t";
            await using DbDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.AppendJoin(',', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)).Append('\n');
            }
        }

        return rows.ToString();
    });

    private static async Task<List<string>> NamesAsync(DbConnection connection)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = Names;
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task<string> DigestAsync(DbConnection connection, string table)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT t.* FROM \"{table}\" t ORDER BY {ChosenEngine.Name switch { "Sqlite" => "t.rowid", "PostgreSql" => "t::text", _ => "1, 2" }}";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int rows = 0;
        for (; await reader.ReadAsync(); rows++)
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{reader.GetName(i)}={reader.GetValue(i)}\n"));
            }
        }

        return $"{rows} rows {Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
    }
}
