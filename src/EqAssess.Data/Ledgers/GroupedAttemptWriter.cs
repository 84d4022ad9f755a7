using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Data.Ledgers;

/// <summary>Commits whatever waits as one transaction of SQLite.</summary>
internal sealed class GroupedAttemptWriter(string connectionString) : IAttemptWriter, IDisposable
{
    private readonly GroupCommit<AttemptAppend> commits = new(connectionString, connection => new Statements(connection).Write);

    public Task<bool> WriteAsync(AttemptAppend append) => commits.WriteAsync(append);

    public void Dispose() => commits.Dispose();

    /// <summary>
    /// One entry is one prepared insert, as EF Core would send it. What also touches other rows goes through a context on the same
    /// transaction, whose savepoint takes all of it back when a key is taken.
    /// </summary>
    private sealed class Statements
    {
        private const string InsertEntry =
            "INSERT INTO attempt_log (attempt_id, sequence, entry_id, writer_id, recorded_at, kind, payload, previous_hash, hash) " +
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

        private readonly SqliteCommand insert;
        private readonly DbContextOptions<EqAssessDb> options;

        public Statements(SqliteConnection connection)
        {
            insert = connection.CreateCommand();
            insert.CommandText = InsertEntry;
            for (int i = 1; i <= 9; i++)
            {
                insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            insert.Prepare();
            var builder = new DbContextOptionsBuilder<EqAssessDb>();
            DatabaseEngine.AddGuards(builder.UseSqlite(connection));
            options = builder.Options;
        }

        public bool Write(AttemptAppend append, SqliteTransaction transaction)
        {
            try
            {
                if (append.IsOneEntry)
                {
                    Insert(append.Entries[0], transaction);
                }
                else
                {
                    using var db = new EqAssessDb(options);
                    db.Database.UseTransaction(transaction);
                    append.StageIn(db);
                    db.SaveChanges();
                }

                return true;
            }
            catch (Exception failure) when (DatabaseEngine.SaysDuplicateKey(failure))
            {
                return false;
            }
        }

        private void Insert(AttemptLogEntry entry, SqliteTransaction transaction)
        {
            object[] values =
            [
                entry.AttemptId, entry.Sequence, entry.EntryId, entry.WriterId, entry.RecordedAt.UtcDateTime,
                entry.Kind, entry.Payload, entry.PreviousHash, entry.Hash,
            ];
            for (int i = 0; i < values.Length; i++)
            {
                insert.Parameters[i].Value = values[i];
            }

            insert.Transaction = transaction;
            insert.ExecuteNonQuery();
        }
    }
}
