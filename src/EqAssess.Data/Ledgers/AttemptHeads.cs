namespace EqAssess.Data.Ledgers;

/// <summary>
/// Heads of the attempts that this process saw last, so that a save reads nothing. It may be behind the database, and nothing is wrong
/// when it is empty.
/// </summary>
public sealed class AttemptHeads
{
    /// <summary>About 20 KB each after a long test; the least recently used goes.</summary>
    private const int Most = 4_000;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, LinkedListNode<AttemptHead>> byAttempt = [];
    private readonly LinkedList<AttemptHead> byUse = new();

    public AttemptHead? Find(Guid attempt)
    {
        lock (gate)
        {
            if (!byAttempt.TryGetValue(attempt, out LinkedListNode<AttemptHead>? known))
            {
                return null;
            }

            byUse.Remove(known);
            byUse.AddFirst(known);
            return known.Value;
        }
    }

    /// <summary>Keeps a head that was read or committed, unless a later one is known.</summary>
    public void Keep(AttemptHead head)
    {
        lock (gate)
        {
            if (byAttempt.TryGetValue(head.Attempt, out LinkedListNode<AttemptHead>? known))
            {
                known.Value = known.Value.LastSequence > head.LastSequence ? known.Value : head;
                return;
            }

            byAttempt.Add(head.Attempt, byUse.AddFirst(head));
            if (byUse.Count > Most)
            {
                byAttempt.Remove(byUse.Last!.Value.Attempt);
                byUse.RemoveLast();
            }
        }
    }
}
