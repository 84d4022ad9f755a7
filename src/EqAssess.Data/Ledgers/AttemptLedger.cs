using System.Diagnostics;
using System.Text.Json;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Data.Ledgers;

/// <summary>Appends to and reads the log of an attempt. There is no way to change or delete an entry.</summary>
public sealed class AttemptLedger(EqAssessDb db, AttemptHeads heads, IAttemptWriter writer)
{
    /// <summary>All entries in their order.</summary>
    public async Task<AttemptLog> ReadAsync(Guid attempt, CancellationToken cancellationToken = default) =>
        new(attempt, await AfterAsync(attempt, 0, cancellationToken));

    /// <summary>The head as this process last saw it, without asking the database; null where it never did. It may be behind.</summary>
    public AttemptHead? KnownHead(Guid attempt) => heads.Find(attempt);

    /// <summary>The head as the database has it: what this process knows, and the entries since, which another node may have written.</summary>
    /// <exception cref="KeyNotFoundException">There is no such attempt.</exception>
    public async Task<AttemptHead> HeadAsync(Guid attempt, CancellationToken cancellationToken = default)
    {
        AttemptHead known = heads.Find(attempt) ?? AttemptHead.Before(
            await db.Attempts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == attempt, cancellationToken)
            ?? throw new KeyNotFoundException($"There is no attempt {attempt}."));
        IReadOnlyList<AttemptLogEntry> since = await AfterAsync(attempt, known.LastSequence, cancellationToken);
        AttemptHead head = since.Aggregate(known, (h, entry) => h.After(entry));
        heads.Keep(head);
        return head;
    }

    /// <summary>
    /// Reads the heads of many attempts at once, as far as this process does not know them, for work on all of them. One whose log cannot
    /// be read is left out: whoever asks for it alone is told why.
    /// </summary>
    public async Task ReadHeadsAsync(IReadOnlyCollection<Guid> attempts)
    {
        List<Guid> unknown = [.. attempts.Where(a => heads.Find(a) is null)];
        List<AttemptRow> rows = await db.Attempts.AsNoTracking().Where(a => unknown.Contains(a.Id)).ToListAsync();
        ILookup<Guid, AttemptLogEntry> entries = (await db.AttemptLog.AsNoTracking().Where(e => unknown.Contains(e.AttemptId)).ToListAsync()).ToLookup(e => e.AttemptId);
        foreach (AttemptRow row in rows)
        {
            try
            {
                heads.Keep(entries[row.Id].OrderBy(e => e.Sequence).Aggregate(AttemptHead.Before(row), (head, entry) => head.After(entry)));
            }
            catch (Exception unreadable) when (unreadable is InvalidOperationException or UnreachableException or JsonException)
            {
                // Loud where it is worked on.
            }
        }
    }

    /// <summary>What the entry with this id says.</summary>
    public async Task<AttemptEvent> EventAsync(Guid attempt, Guid entry) =>
        LogText.EventOf(await db.AttemptLog.AsNoTracking().SingleAsync(e => e.AttemptId == attempt && e.EntryId == entry));

    /// <summary>Commits.</summary>
    /// <returns>False when another writer got there first: nothing is written, and the caller reads the head again and decides anew.</returns>
    /// <exception cref="NotSavedException">The database is locked, full or out of reach, and did not say that it is written.</exception>
    public async Task<bool> AppendAsync(AttemptAppend append)
    {
        if (!await writer.WriteAsync(append))
        {
            return false;
        }

        heads.Keep(append.After);
        return true;
    }

    private async Task<IReadOnlyList<AttemptLogEntry>> AfterAsync(Guid attempt, int sequence, CancellationToken cancellationToken) =>
        await db.AttemptLog.AsNoTracking().Where(e => e.AttemptId == attempt && e.Sequence > sequence)
            .OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
}
