using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace EqAssess.Web.Tests.Pages;

/// <summary>
/// What every table of a site holds, as one digest each: equal before and after means that nothing was written. The site's own sign of
/// life is left out: it comes every few seconds, whatever is asked.
/// </summary>
internal static class Tables
{
    public static async Task<IReadOnlyDictionary<string, string>> DigestsAsync(this SiteFactory site)
    {
        await using var connection = new SqliteConnection($"Data Source={site.DatabaseFile};Mode=ReadOnly");
        await connection.OpenAsync();
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string table in await NamesAsync(connection))
        {
            digests[table] = await DigestAsync(connection, table);
        }

        return digests;
    }

    private static async Task<List<string>> NamesAsync(SqliteConnection connection)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'heartbeat' ORDER BY name";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task<string> DigestAsync(SqliteConnection connection, string table)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY rowid";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
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
