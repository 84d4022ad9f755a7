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

    /// <summary>Who saved the last answer.</summary>
    private Guid LastAnswerer { get; init; }

    /// <summary>Sequence of the last answer; 0 for none.</summary>
    private int LastAnswer { get; init; }

    /// <summary>Sequence of the last answer that <see cref="LastAnswerer"/> did not save; 0 for none.</summary>
    private int LastAnswerOfOthers { get; init; }

    private ImmutableDictionary<Guid, int> Sequences { get; init; } = ImmutableDictionary<Guid, int>.Empty;

    /// <summary>The head of a log that has no entry yet.</summary>
    public static AttemptHead Before(AttemptRow row) =>
        new() { Attempt = row.Id, Invitation = row.InvitationId, FormVersion = row.FormVersionId };

    /// <summary>Whether the log has an entry with this id.</summary>
    public bool Holds(Guid entry) => Sequences.ContainsKey(entry);

    /// <exception cref="KeyNotFoundException">The log does not hold the entry.</exception>
    public int SequenceOf(Guid entry) => Sequences[entry];

    /// <summary>
    /// Whether a page other than <paramref name="writer"/> has saved an answer after <paramref name="sequence"/>. Looking makes nobody
    /// behind, nor does time that was added: only an answer can be overwritten.
    /// </summary>
    public bool AnotherAnsweredSince(int sequence, Guid writer) => (writer == LastAnswerer ? LastAnswerOfOthers : LastAnswer) > sequence;

    /// <summary>The head behind one more entry.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one.</exception>
    public AttemptHead After(AttemptLogEntry entry) => After(entry, LogText.EventOf(entry));

    internal AttemptHead After(AttemptLogEntry entry, AttemptEvent happened)
    {
        if (entry.AttemptId != Attempt || entry.Sequence != LastSequence + 1)
        {
            throw new InvalidOperationException($"Entry {entry.Sequence} of attempt {entry.AttemptId} does not follow entry {LastSequence} of attempt {Attempt}.");
        }

        bool answered = happened is AttemptEvent.Answered;
        return this with
        {
            State = State.Apply(happened),
            LastSequence = entry.Sequence,
            LastHash = entry.Hash,
            LastAnswerer = answered ? entry.WriterId : LastAnswerer,
            LastAnswer = answered ? entry.Sequence : LastAnswer,
            LastAnswerOfOthers = answered && entry.WriterId != LastAnswerer ? LastAnswer : LastAnswerOfOthers,
            Sequences = Sequences.SetItem(entry.EntryId, entry.Sequence),
        };
    }
}
