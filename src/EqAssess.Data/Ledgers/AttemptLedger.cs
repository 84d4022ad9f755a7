using System.Text.Json;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Data.Ledgers;

/// <summary>Appends to and reads the log of an attempt. There is no way to change or delete an entry.</summary>
public sealed class AttemptLedger(EqAssessDb db)
{
    /// <summary>All entries in their order.</summary>
    public async Task<AttemptLog> ReadAsync(Guid attempt, CancellationToken cancellationToken = default)
    {
        List<AttemptLogEntry> entries = await db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == attempt)
            .OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        return new AttemptLog(attempt, entries);
    }

    /// <summary>
    /// Adds an entry behind <paramref name="log"/> and brings the attempt's row up to date. Nothing is written before
    /// <see cref="SaveAsync"/>.
    /// </summary>
    public AttemptLog Append(AttemptLog log, AttemptRow row, AttemptEvent happened, Guid entry, Guid writer, DateTimeOffset recordedAt)
    {
        int sequence = log.LastSequence + 1;
        string previous = log.Entries.Count == 0 ? LogChain.Origin : log.Entries[^1].Hash;
        string payload = JsonSerializer.Serialize(happened);
        string kind = happened.GetType().Name;
        var added = new AttemptLogEntry
        {
            AttemptId = log.Attempt,
            Sequence = sequence,
            EntryId = entry,
            WriterId = writer,
            RecordedAt = recordedAt,
            Kind = kind,
            Payload = payload,
            PreviousHash = previous,
            Hash = LogChain.HashOf(previous, log.Attempt, sequence, entry, writer, recordedAt, kind, payload),
        };
        db.AttemptLog.Add(added);
        var appended = new AttemptLog(log.Attempt, [.. log.Entries, added]);
        Project(appended.State, row);
        return appended;
    }

    /// <summary>Commits what was appended.</summary>
    /// <returns>False when another writer got there first: nothing is written, and the caller reads the log again and decides anew.</returns>
    public async Task<bool> SaveAsync()
    {
        try
        {
            // Not cancelled when the browser leaves: an answer that reached the server is written.
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static void Project(AttemptState state, AttemptRow row)
    {
        switch (state)
        {
            case AttemptState.InProgress s:
                row.Deadline = s.Deadline;
                row.LastMoment = s.LastMoment;
                row.Typed = s.Granted.Typed;
                break;
            case AttemptState.Closed s:
                row.ClosedAt = s.ClosedAt;
                row.TimedOut = s.TimedOut;
                break;
        }
    }
}
