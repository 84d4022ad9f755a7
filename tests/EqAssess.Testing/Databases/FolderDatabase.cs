using EqAssess.Data;
using EqAssess.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Testing.Databases;

/// <summary>
/// The database of a site with a data folder, on the chosen engine: with SQLite the file in the folder, with the others a database that
/// belongs to the folder. Whoever asks for the same folder gets the same database.
/// </summary>
public abstract class FolderDatabase
{
    public static FolderDatabase Of(string folder) => ChosenEngine.Name switch
    {
        "Sqlite" => new SqliteFolder(folder),
        "PostgreSql" => new PostgreSqlFolder(folder),
        _ => new SqlServerFolder(folder),
    };

    /// <summary>What a site is told, by the names of <c>appsettings.json</c>; nothing where the folder alone says it.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    protected abstract string ConnectionString { get; }

    /// <summary>Makes it, without any table, where it is not there yet. Before that <see cref="Settings"/> are not to be asked for.</summary>
    public abstract Task EnsureAsync();

    /// <summary>Keeps what the database holds, for <see cref="FillAsync"/>. No site is open on it any more.</summary>
    public abstract Task<object> SnapshotAsync();

    /// <summary>Makes it as the kept one was.</summary>
    public abstract Task FillAsync(object snapshot);

    /// <summary>Ends the connections of this process.</summary>
    public abstract void Close();

    /// <summary>The folder is deleted by whoever made it.</summary>
    public abstract Task DeleteAsync();

    public EqAssessDb Open()
    {
        var options = new DbContextOptionsBuilder<EqAssessDb>();
        DatabaseEngine.Get(ChosenEngine.Name).ConfigureContext(options, ConnectionString);
        return new EqAssessDb(options.Options);
    }
}
