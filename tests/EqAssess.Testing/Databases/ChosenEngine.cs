using EqAssess.Data.Databases;

namespace EqAssess.Testing.Databases;

/// <summary>
/// The database engine of tests that name none: SQLite, or what the variable <c>EQASSESS_TEST_DATABASE</c> names. <c>test.sh</c> runs the
/// tests of data, jobs, pages and the story a second time with <c>PostgreSql</c>, and with <c>SqlServer</c> where it was told of a server.
/// </summary>
public static class ChosenEngine
{
    public static string Name { get; } =
        DatabaseEngine.Get(Environment.GetEnvironmentVariable("EQASSESS_TEST_DATABASE") is { Length: > 0 } name ? name : "Sqlite").Name;

    public static bool IsSqlServer => Name == "SqlServer";

    public static bool IsSqlite => Name == "Sqlite";
}
