using EqAssess.Data.Databases;
using EqAssess.Data.Ledgers;
using EqAssess.Testing.Databases;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EqAssess.Web.Tests.Data;

/// <summary>Many callers, one writer: whoever waits is committed together, and everybody is told what became of their own piece.</summary>
[OnSqliteOnly]
public sealed class GroupCommitTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eqassess-group-");
    private readonly HashSet<SqliteTransaction> transactions = [];
    private readonly string connectionString;
    private int mostPages = 1_000_000;

    public GroupCommitTests()
    {
        connectionString = $"Data Source={Path.Combine(folder.FullName, "notes.db")};Pooling=False";
        Execute("PRAGMA journal_mode = WAL; CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK (text <> 'odd'))");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task All_that_wait_for_a_lock_are_committed_in_one_transaction_when_it_goes()
    {
        using GroupCommit<Note> commits = Open();
        Task<bool>[] waiting;

        using (SqliteConnection other = Locked())
        {
            waiting = [.. Enumerable.Range(1, 50).Select(i => commits.WriteAsync(new Note(i, "text")))];
            await Task.Delay(100);
            Assert.All(waiting, w => Assert.False(w.IsCompleted));
        }

        Assert.All(await Task.WhenAll(waiting), Assert.True);
        Assert.Single(transactions);
        Assert.Equal(50, Count());
    }

    [Fact]
    public async Task A_taken_key_is_told_to_its_caller_and_the_others_are_committed()
    {
        using GroupCommit<Note> commits = Open();

        bool[] written = await TogetherAsync(commits, new Note(1, "one"), new Note(2, "two"), new Note(1, "again"), new Note(3, "three"));

        Assert.Equal([true, true, false, true], written);
        Assert.Equal(3, Count());
    }

    [Fact]
    public async Task A_piece_that_fails_by_itself_fails_alone()
    {
        using GroupCommit<Note> commits = Open();
        Task<bool> odd;
        Task<bool> sound;

        using (Locked())
        {
            odd = commits.WriteAsync(new Note(1, "odd"));
            sound = commits.WriteAsync(new Note(2, "sound"));
        }

        await Assert.ThrowsAsync<SqliteException>(() => odd);
        Assert.True(await sound);
        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task A_full_disk_fails_the_whole_group_and_leaves_nothing_half_done_and_with_room_again_it_goes_on()
    {
        mostPages = 40;
        using GroupCommit<Note> commits = Open();
        Task<bool> small;
        Task<bool> large;

        using (Locked())
        {
            small = commits.WriteAsync(new Note(1, "small"));
            large = commits.WriteAsync(new Note(2, new string('x', 400_000)));
        }

        await Assert.ThrowsAsync<NotSavedException>(() => small);
        await Assert.ThrowsAsync<NotSavedException>(() => large);
        Assert.Equal(0, Count());
        mostPages = 1_000_000;
        Assert.True(await commits.WriteAsync(new Note(2, new string('x', 400_000))));
        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task Who_has_waited_for_a_lock_for_ten_seconds_is_told_so_and_the_next_one_is_written_when_it_goes()
    {
        using GroupCommit<Note> commits = Open();
        Task<bool> tooLate;
        Task<bool> inTime;

        using (Locked())
        {
            tooLate = commits.WriteAsync(new Note(1, "first"));
            await Task.Delay(TimeSpan.FromSeconds(5));
            inTime = commits.WriteAsync(new Note(2, "second"));
            await Assert.ThrowsAsync<NotSavedException>(() => tooLate.WaitAsync(TimeSpan.FromSeconds(9)));
            Assert.False(inTime.IsCompleted);
        }

        Assert.True(await inTime);
        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task What_waits_when_the_process_ends_in_order_is_committed_first()
    {
        Task<bool>[] waiting;
        using (GroupCommit<Note> commits = Open())
        {
            waiting = [.. Enumerable.Range(1, 20).Select(i => commits.WriteAsync(new Note(i, "text")))];
        }

        Assert.All(await Task.WhenAll(waiting), Assert.True);
        Assert.Equal(20, Count());
    }

    private async Task<bool[]> TogetherAsync(GroupCommit<Note> commits, params Note[] notes)
    {
        Task<bool>[] waiting;
        using (Locked())
        {
            waiting = [.. notes.Select(commits.WriteAsync)];
        }

        return await Task.WhenAll(waiting);
    }

    private GroupCommit<Note> Open() => new(connectionString, connection =>
    {
        using (SqliteCommand limit = connection.CreateCommand())
        {
            limit.CommandText = $"PRAGMA max_page_count = {mostPages}";
            limit.ExecuteNonQuery();
        }

        return (note, transaction) => Insert(connection, note, transaction);
    });

    private bool Insert(SqliteConnection connection, Note note, SqliteTransaction transaction)
    {
        transactions.Add(transaction);
        using SqliteCommand insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO note (id, text) VALUES ($id, $text)";
        insert.Parameters.AddWithValue("$id", note.Id);
        insert.Parameters.AddWithValue("$text", note.Text);
        try
        {
            return insert.ExecuteNonQuery() == 1;
        }
        catch (SqliteException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            return false;
        }
    }

    /// <summary>Another process in the middle of a transaction, until it is disposed of.</summary>
    private SqliteConnection Locked()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.BeginTransaction(deferred: false);
        return connection;
    }

    private long Count() => Execute("SELECT count(*) FROM note");

    private long Execute(string sql)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }

    private sealed record Note(long Id, string Text);
}
