using System.Collections.Immutable;
using EqAssess.Data.Tables;
using EqAssess.Domain.Attempts;

namespace EqAssess.Data.Ledgers;

/// <summary>
/// The end of an attempt's log, and what all of it comes to: enough to decide about a request and to append, without reading the log
/// again. Immutable: whoever holds one may be behind the database, and finds out when the sequence that it appends is taken.
/// </summary>
public sealed record AttemptHead
{
    private AttemptHead()
    {
    }

    public required Guid Attempt { get; init; }

    public required Guid Invitation { get; init; }

    public required Guid FormVersion { get; init; }

    public AttemptState State { get; private init; } = new AttemptState.NotStarted();

    /// <summary>0 for an empty log.</summary>
    public int LastSequence { get; private init; }

    /// <summary>Hash of the last entry.</summary>
    public string LastHash { get; private init; } = LogChain.Origin;

    private Guid LastWriter { get; init; }

    /// <summary>Sequence of the last entry that <see cref="LastWriter"/> did not write; 0 for none.</summary>
    private int LastOfOthers { get; init; }

    private ImmutableHashSet<Guid> Ids { get; init; } = [];

    /// <summary>The head of a log that has no entry yet.</summary>
    public static AttemptHead Before(AttemptRow row) =>
        new() { Attempt = row.Id, Invitation = row.InvitationId, FormVersion = row.FormVersionId };

    /// <summary>Whether the log has an entry with this id.</summary>
    public bool Holds(Guid entry) => Ids.Contains(entry);

    /// <summary>Whether somebody other than <paramref name="writer"/> has written after <paramref name="sequence"/>.</summary>
    public bool AnotherWriterSince(int sequence, Guid writer) => (writer == LastWriter ? LastOfOthers : LastSequence) > sequence;

    /// <summary>The head behind one more entry.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one.</exception>
    public AttemptHead After(AttemptLogEntry entry) => After(entry, LogText.EventOf(entry));

    internal AttemptHead After(AttemptLogEntry entry, AttemptEvent happened)
    {
        if (entry.AttemptId != Attempt || entry.Sequence != LastSequence + 1)
        {
            throw new InvalidOperationException($"Entry {entry.Sequence} of attempt {entry.AttemptId} does not follow entry {LastSequence} of attempt {Attempt}.");
        }

        return this with
        {
            State = State.Apply(happened),
            LastSequence = entry.Sequence,
            LastHash = entry.Hash,
            LastWriter = entry.WriterId,
            LastOfOthers = entry.WriterId == LastWriter ? LastOfOthers : LastSequence,
            Ids = Ids.Add(entry.EntryId),
        };
    }
}
