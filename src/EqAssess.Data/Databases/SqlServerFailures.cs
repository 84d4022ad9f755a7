using Microsoft.Data.SqlClient;

namespace EqAssess.Data.Databases;

/// <summary>What the error numbers of SQL Server say about whether something was written (Microsoft, "Database engine events and errors").</summary>
public static class SqlServerFailures
{
    /// <summary>Severity up to which a message only informs.</summary>
    private const byte Informs = 10;

    /// <summary>
    /// Each says for certain that nothing was written: the server let nobody in, turned the request away before it ran, or rolled it back
    /// itself. Not among them is whatever may come after a commit and before its acknowledgement: a time-out (-2), a connection that broke
    /// (20, 64, 121, 233, 10053, 10054, 10060), a failover in the middle of a request (40197). Nor a lock that was waited for in vain
    /// (1222): that is told at once.
    /// </summary>
    private static readonly HashSet<int> NothingWritten =
    [
        4060, // The login cannot open the database.
        4221, // A login to a secondary waited too long for it to be ready.
        17142, // The server is paused: no new connections.
        18401, // The server is being upgraded: administrators only.
        40613, // The database is not available at the moment: refused at login.
        40501, // The service is busy: the request was throttled.
        49918, // Not enough resources to take the request.
        49919, // Too many create or update operations for the subscription.
        49920, // Too many operations for the subscription.
        10928, // The database has as many workers or sessions as it may have.
        10929, // The server is too busy to give more than the guaranteed minimum.
        1205, // Chosen as the victim of a deadlock, and rolled back.
        3960, // A snapshot transaction met a newer row, and was rolled back.
    ];

    /// <summary>Whether the same may be sent again without the danger that it is written twice.</summary>
    public static bool SaysNothingWritten(SqlException failure)
    {
        SqlError[] errors = [.. failure.Errors.Cast<SqlError>().Where(e => e.Class > Informs)];
        return errors.Length > 0 && errors.All(e => NothingWritten.Contains(e.Number));
    }
}
