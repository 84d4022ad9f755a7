using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;

namespace EqAssess.Data.Ledgers;

/// <summary>The log of one attempt as read, with the state that follows from it.</summary>
public sealed class AttemptLog
{
    public AttemptLog(Guid attempt, IReadOnlyList<AttemptLogEntry> entries)
    {
        Attempt = attempt;
        Entries = entries;
        Events = [.. entries.Select(LogText.EventOf)];
        State = AttemptState.After(Events);
    }

    public Guid Attempt { get; }

    public IReadOnlyList<AttemptLogEntry> Entries { get; }

    public IReadOnlyList<AttemptEvent> Events { get; }

    public AttemptState State { get; }

    /// <summary>0 for an empty log.</summary>
    public int LastSequence => Entries.Count == 0 ? 0 : Entries[^1].Sequence;

    /// <summary>The first entry that does not follow from the one before; null for a sound log.</summary>
    public AttemptLogEntry? FirstBroken() => FirstBroken(Attempt, Entries);

    /// <summary>The same of rows that may hold anything: it reads no event.</summary>
    public static AttemptLogEntry? FirstBroken(Guid attempt, IEnumerable<AttemptLogEntry> entries)
    {
        string previous = LogChain.Origin;
        int sequence = 0;
        foreach (AttemptLogEntry e in entries)
        {
            sequence++;
            string hash = LogChain.HashOf(previous, attempt, sequence, e.EntryId, e.WriterId, e.RecordedAt, e.Kind, e.Payload);
            if (e.Sequence != sequence || e.PreviousHash != previous || e.Hash != hash)
            {
                return e;
            }

            previous = e.Hash;
        }

        return null;
    }
}
