namespace EqAssess.Data.Ledgers;

/// <summary>Commits what is appended to logs of attempts: on SQLite in groups, on the other engines each by itself.</summary>
public interface IAttemptWriter
{
    /// <summary>Returns once the commit is on disk. Not cancelled when the browser leaves: an answer that reached the server is written.</summary>
    /// <returns>False when another writer got there first, or the id of an entry is there already: nothing is written.</returns>
    /// <exception cref="NotSavedException">The database is locked, full or gone, and did not say that it is written.</exception>
    Task<bool> WriteAsync(AttemptAppend append);
}
