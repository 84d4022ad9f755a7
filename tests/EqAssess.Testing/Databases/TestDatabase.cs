using EqAssess.Data;
using EqAssess.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Testing.Databases;

/// <summary>A database of one test, on a real engine, gone when the test ends.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract string Engine { get; }

    public abstract string ConnectionString { get; }

    /// <summary>With the schema as the migrations make it. An engine that this machine does not have skips the test and says so.</summary>
    public static async Task<TestDatabase> CreateAsync(string engine) => engine switch
    {
        "Sqlite" => await SqliteTestDatabase.CreateAsync(migrated: true),
        "PostgreSql" => await PostgreSqlTestDatabase.CreateAsync(migrated: true),
        "SqlServer" => await SqlServerTestDatabase.CreateAsync(migrated: true),
        _ => throw new ArgumentException($"No test database for '{engine}'.", nameof(engine)),
    };

    /// <summary>Without any table.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(string engine) => engine switch
    {
        "Sqlite" => await SqliteTestDatabase.CreateAsync(migrated: false),
        "PostgreSql" => await PostgreSqlTestDatabase.CreateAsync(migrated: false),
        "SqlServer" => await SqlServerTestDatabase.CreateAsync(migrated: false),
        _ => throw new ArgumentException($"No test database for '{engine}'.", nameof(engine)),
    };

    /// <summary>A context of its own: what another request, or another node, would have.</summary>
    public EqAssessDb Open()
    {
        var options = new DbContextOptionsBuilder<EqAssessDb>();
        DatabaseEngine.Get(Engine).ConfigureContext(options, ConnectionString);
        return new EqAssessDb(options.Options);
    }

    public abstract ValueTask DisposeAsync();
}
