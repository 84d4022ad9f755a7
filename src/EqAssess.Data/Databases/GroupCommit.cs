using System.Diagnostics;
using EqAssess.Data.Ledgers;
using Microsoft.Data.Sqlite;

namespace EqAssess.Data.Databases;

/// <summary>
/// The one writer of a SQLite file in this process. A thread with a connection of its own begins a transaction when something waits,
/// writes all that waits by then, and commits once: the flush to disk, which is what a commit costs, is shared. Nobody waits for a group to fill.
/// </summary>
/// <param name="prepare">
/// Prepares statements on a new connection. What it gives writes one piece of work and returns false where a row with its key is there
/// already; if it throws, it has taken back what it wrote of this piece.
/// </param>
public sealed class GroupCommit<TWork>(string connectionString, Func<SqliteConnection, Func<TWork, SqliteTransaction, bool>> prepare) : IDisposable
{
    /// <summary>How long a piece of work waits for a file that another process has locked.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>
    /// About 32 MB of write-ahead log. Logs of many attempts lie far apart in the file, and a checkpoint writes each changed page once: the
    /// longer it waits, the less there is to write for each answer.
    /// </summary>
    private const int PagesBeforeCheckpoint = 8_000;

    private readonly object gate = new();
    private readonly Queue<Waiting> queue = new();
    private Thread? thread;
    private SqliteConnection? connection;
    private Func<TWork, SqliteTransaction, bool>? write;
    private bool ending;

    /// <summary>Returns once the commit is on disk.</summary>
    /// <returns>False when a row with its key was there already: nothing of it is written.</returns>
    /// <exception cref="NotSavedException">The group could not be committed: nothing of it is written.</exception>
    public Task<bool> WriteAsync(TWork work)
    {
        var waiting = new Waiting(work);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ending, this);
            queue.Enqueue(waiting);
            if (thread is null)
            {
                thread = new Thread(Run) { IsBackground = true, Name = "Group commit" };
                thread.Start();
            }

            Monitor.Pulse(gate);
        }

        return waiting.Task;
    }

    /// <summary>Commits what waits and closes the connection.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            ending = true;
            Monitor.Pulse(gate);
        }

        thread?.Join();
    }

    private void Run()
    {
        while (SomethingWaits())
        {
            CommitGroup();
        }

        Close();
    }

    private bool SomethingWaits()
    {
        lock (gate)
        {
            while (queue.Count == 0 && !ending)
            {
                Monitor.Wait(gate);
            }

            return queue.Count > 0;
        }
    }

    private void CommitGroup()
    {
        List<Waiting> group = [];
        try
        {
            Open();
            using (SqliteTransaction transaction = connection!.BeginTransaction(deferred: false))
            {
                group = Take(all: true);
                group.ForEach(waiting => Write(waiting, transaction));
                transaction.Commit();
            }
        }
        catch (Exception failure)
        {
            Close();
            bool locked = group.Count == 0 && failure is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY };
            Exception told = DatabaseEngine.SaysUnavailable(failure) ? new NotSavedException(failure) : failure;
            (group.Count > 0 ? group : Take(all: !locked)).ForEach(waiting => waiting.SetException(told));
            return;
        }

        group.ForEach(waiting => waiting.Complete());
    }

    /// <summary>A piece of work that fails by itself fails alone; what ends the transaction fails the group.</summary>
    private void Write(Waiting waiting, SqliteTransaction transaction)
    {
        try
        {
            waiting.Written = write!(waiting.Work, transaction);
        }
        catch (Exception failure) when (!DatabaseEngine.SaysUnavailable(failure) && SQLitePCL.raw.sqlite3_get_autocommit(connection!.Handle) == 0)
        {
            waiting.Failure = failure;
        }
    }

    /// <param name="all">Otherwise what has waited for as long as it may.</param>
    private List<Waiting> Take(bool all)
    {
        var taken = new List<Waiting>();
        lock (gate)
        {
            while (queue.TryPeek(out Waiting? next) && (all || Stopwatch.GetElapsedTime(next.Since) >= LongestWait))
            {
                taken.Add(queue.Dequeue());
            }
        }

        return taken;
    }

    private void Open()
    {
        if (connection is not null)
        {
            return;
        }

        // Not from the pool: it is closed when something went wrong. A second of patience for a lock, then the waiting are looked at again.
        connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 1 }.ToString());
        connection.Open();
        using (SqliteCommand pragmas = connection.CreateCommand())
        {
            pragmas.CommandText = $"{SqliteEngine.Pragmas(busyTimeoutMilliseconds: 1000)} PRAGMA wal_autocheckpoint = {PagesBeforeCheckpoint};";
            pragmas.ExecuteNonQuery();
        }

        write = prepare(connection);
    }

    private void Close()
    {
        connection?.Dispose();
        connection = null;
        write = null;
    }

    private sealed class Waiting(TWork work) : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public TWork Work { get; } = work;

        public long Since { get; } = Stopwatch.GetTimestamp();

        public bool Written { get; set; }

        public Exception? Failure { get; set; }

        public void Complete()
        {
            if (Failure is null)
            {
                SetResult(Written);
            }
            else
            {
                SetException(Failure);
            }
        }
    }
}
