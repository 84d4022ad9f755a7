namespace EqAssess.Domain.Monitoring;

/// <summary>What may be stored and shown of one question. Sums of all groups are known to everybody who sees the campaign.</summary>
/// <param name="People">All in the base.</param>
/// <param name="Totals">People of all groups together who passed a stage.</param>
/// <param name="Rows">Every group of the question, and last <see cref="GroupCounts.Unknown"/>.</param>
/// <param name="Reference">The largest group, that score gaps are held against; null where no gap is shown.</param>
public sealed record GroupTable(
    string Question,
    DateTimeOffset CountedAt,
    int People,
    IReadOnlyDictionary<SelectionStage, int> Totals,
    IReadOnlyList<GroupRow> Rows,
    string? Reference)
{
    /// <summary>People whose group is known; null where that would give a count away.</summary>
    public int? Answered => Rows.Single(r => r.Group == GroupCounts.Unknown).People.Count is int unknown ? People - unknown : null;
}

/// <param name="Gap">Of mean scores to the reference group; null for that group itself, and where either has fewer than 30 people.</param>
/// <param name="Cuts">People at or above 0, 5 … 100 points, rounded to fives (<see cref="CutCounts"/>); null in a campaign that is not closed.</param>
public sealed record GroupRow(string Group, Cell People, IReadOnlyDictionary<SelectionStage, Cell> Passed, ScoreGap? Gap, IReadOnlyList<int>? Cuts);

/// <param name="Standardised">Hedges' g: below 0 where the group scores lower than the reference group.</param>
/// <param name="Lower">95 % limit.</param>
public sealed record ScoreGap(double Standardised, double Lower, double Upper);
