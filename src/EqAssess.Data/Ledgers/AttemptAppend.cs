using System.Linq.Expressions;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace EqAssess.Data.Ledgers;

/// <summary>What one commit adds to an attempt: entries that follow its head, and what stands or falls with them.</summary>
public sealed record AttemptAppend
{
    private AttemptAppend(AttemptHead head)
    {
        Before = head;
        After = head;
        Running = head.State as AttemptState.InProgress;
    }

    /// <summary>The head that the entries follow.</summary>
    public AttemptHead Before { get; }

    /// <summary>The head once they are committed.</summary>
    public AttemptHead After { get; private init; }

    public IReadOnlyList<AttemptLogEntry> Entries { get; private init; } = [];

    /// <summary>Changes of other tables, staged in the context that is about to be saved; nothing is to be saved or executed by itself.</summary>
    public Action<EqAssessDb>? Beside { get; init; }

    /// <summary>The attempt's own row, where this commit begins it.</summary>
    private AttemptRow? Begun { get; init; }

    /// <summary>The last state in which the clock could run: deadlines stand in the row also after the end.</summary>
    private AttemptState.InProgress? Running { get; init; }

    /// <summary>Whether the commit is the insert of one entry, as nearly all are.</summary>
    internal bool IsOneEntry => Entries.Count == 1 && Begun is null && Beside is null && !MovesDeadline && !Closes;

    private bool MovesDeadline =>
        Running is { } now && !(Before.State is AttemptState.InProgress was && (was.Deadline, was.LastMoment, was.Granted.Typed) == (now.Deadline, now.LastMoment, now.Granted.Typed));

    private bool Closes => After.State is AttemptState.Closed && Before.State is not AttemptState.Closed;

    public static AttemptAppend To(AttemptHead head) => new(head);

    /// <summary>To the empty log of an attempt whose row is committed along with it.</summary>
    public static AttemptAppend Begin(AttemptRow row) => new(AttemptHead.Before(row)) { Begun = row };

    /// <summary>The same with one more entry.</summary>
    /// <param name="entry">Made by whoever asks; a retry carries the same.</param>
    /// <param name="writer">The rendered page, or the job, that writes it.</param>
    public AttemptAppend With(AttemptEvent happened, Guid entry, Guid writer, DateTimeOffset recordedAt)
    {
        (int sequence, string kind, string payload) = (After.LastSequence + 1, happened.GetType().Name, LogText.Of(happened));
        var added = new AttemptLogEntry
        {
            AttemptId = After.Attempt,
            Sequence = sequence,
            EntryId = entry,
            WriterId = writer,
            RecordedAt = recordedAt,
            Kind = kind,
            Payload = payload,
            PreviousHash = After.LastHash,
            Hash = LogChain.HashOf(After.LastHash, After.Attempt, sequence, entry, writer, recordedAt, kind, payload),
        };
        AttemptHead after = After.After(added, happened);
        return this with { After = after, Entries = [.. Entries, added], Running = after.State as AttemptState.InProgress ?? Running };
    }

    /// <summary>Puts entries, row and what stands beside them into a context; the caller saves it.</summary>
    public void StageIn(EqAssessDb db)
    {
        EntityEntry<AttemptRow>? row = Begun is not null ? db.Attempts.Add(Begun) : MovesDeadline || Closes ? db.Attempts.Attach(Stub()) : null;
        if (row is not null)
        {
            ProjectTo(row);
        }

        db.AttemptLog.AddRange(Entries);
        Beside?.Invoke(db);
    }

    /// <summary>The columns that this commit changes; the others are neither read nor written.</summary>
    private void ProjectTo(EntityEntry<AttemptRow> row)
    {
        if (MovesDeadline && Running is { } running)
        {
            Set(r => r.Deadline, running.Deadline);
            Set(r => r.LastMoment, running.LastMoment);
            Set(r => r.Typed, running.Granted.Typed);
        }

        if (Closes && After.State is AttemptState.Closed closed)
        {
            Set(r => r.ClosedAt, closed.ClosedAt);
            Set(r => r.TimedOut, closed.TimedOut);
        }

        void Set<T>(Expression<Func<AttemptRow, T>> column, T value)
        {
            PropertyEntry<AttemptRow, T> property = row.Property(column);
            property.CurrentValue = value;
            property.IsModified = Begun is null;
        }
    }

    private AttemptRow Stub() => new()
    {
        Id = Before.Attempt,
        InvitationId = Before.Invitation,
        FormVersionId = Before.FormVersion,
        Simulated = false,
        StartedAt = default,
        Deadline = default,
        LastMoment = default,
    };
}
