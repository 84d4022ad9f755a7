using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;
using Xunit;

namespace EqAssess.Testing.Databases;

/// <summary>
/// The server that the variable <c>EQASSESS_TEST_SQLSERVER</c> leads to: a connection string whose login may create and drop databases. Without
/// the variable the test is skipped by name, also under CI=true: no package source has the server.
/// </summary>
public static class SqlServerServer
{
    private static readonly ConcurrentBag<string> Left = [];

    private const string Variable = "EQASSESS_TEST_SQLSERVER";

    internal static string ConnectionString(string database) =>
        new SqlConnectionStringBuilder(Setting) { InitialCatalog = database, MaxPoolSize = 30 }.ConnectionString;

    private static string Setting
    {
        get
        {
            string? setting = Environment.GetEnvironmentVariable(Variable);
            if (string.IsNullOrEmpty(setting))
            {
                EngineRecord.SqlServerSkipped();
                Assert.Skip($"SQL Server: {Variable} is not set");
            }

            return setting;
        }
    }

    internal static Task CreateAsync(string database) => ExecuteAsync($"CREATE DATABASE [{database}]");

    /// <summary>At once where its connections can be ended, and otherwise at the end of the run.</summary>
    internal static async Task DropAsync(string database)
    {
        Close(database);
        try
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS [{database}]");
        }
        catch (SqlException)
        {
            Left.Add(database);
        }
    }

    /// <summary>Drops at the end of the run.</summary>
    internal static void DropLater(string database) => Left.Add(database);

    /// <summary>Drops what the run has left.</summary>
    public static async Task StopAsync()
    {
        SqlConnection.ClearAllPools();
        while (Left.TryTake(out string? database))
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS [{database}]");
        }
    }

    internal static void Close(string database)
    {
        using var connection = new SqlConnection(ConnectionString(database));
        SqlConnection.ClearPool(connection);
    }

    /// <summary>Runs a statement in the server's own database.</summary>
    internal static async Task<object?> ExecuteAsync(string sql, string database = "master")
    {
        await using var connection = new SqlConnection(ConnectionString(database));
        await connection.OpenAsync();
        await using SqlCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 120;
        return await command.ExecuteScalarAsync();
    }
}
