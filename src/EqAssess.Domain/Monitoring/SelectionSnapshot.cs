namespace EqAssess.Domain.Monitoring;

/// <summary>All that is stored of one count of a campaign: nothing in it tells about one person.</summary>
/// <param name="Questions">Each with the time of its own: a question whose counts moved too little keeps its earlier table.</param>
public sealed record SelectionSnapshot(CampaignFunnel Funnel, IReadOnlyList<GroupTable> Questions, IReadOnlyList<CrossedGroups> Crossed)
{
    /// <summary>
    /// What follows a snapshot: of each table the new one where it differs and may take the place of the old one. What was shown stays, also
    /// where a campaign that was closed is opened again: it would be the earlier of two otherwise.
    /// </summary>
    /// <param name="before">Null for the first.</param>
    public SelectionSnapshot After(SelectionSnapshot? before) => before is null ? this : this with
    {
        Questions = [.. Questions.Select(q => before.Questions.FirstOrDefault(b => b.Question == q.Question) is { } old ? After(old, q) : q)],
        Crossed = [.. Crossed.Select(c => before.Crossed.FirstOrDefault(c.IsOf) is { } old && !Renewal.MayReplace(old, c) ? old : c), .. before.Crossed.Where(b => !Crossed.Any(b.IsOf))],
    };

    /// <summary>Whether both say the same, whenever they were counted.</summary>
    public bool SaysWhat(SelectionSnapshot other) => Funnel == other.Funnel
        && Questions.Count == other.Questions.Count && Questions.Zip(other.Questions, AreAlike).All(alike => alike)
        && Crossed.SelectMany(c => c.Cells).SequenceEqual(other.Crossed.SelectMany(c => c.Cells));

    private static GroupTable After(GroupTable before, GroupTable now) =>
        AreAlike(before, now) ? before
        : Renewal.MayReplace(before, now) ? now
        : before with { Rows = [.. before.Rows.Zip(now.Rows, (b, n) => b.People.Count is null ? b : b with { Cuts = n.Cuts ?? b.Cuts })] };

    private static bool AreAlike(GroupTable one, GroupTable other) =>
        one.People == other.People && one.Reference == other.Reference && one.Totals.All(t => other.Totals[t.Key] == t.Value)
        && one.Rows.Count == other.Rows.Count && one.Rows.Zip(other.Rows, AreAlike).All(alike => alike);

    private static bool AreAlike(GroupRow one, GroupRow other) =>
        one.Group == other.Group && one.People == other.People && one.Gap == other.Gap && one.Passed.All(p => other.Passed[p.Key] == p.Value)
        && (one.Cuts ?? []).SequenceEqual(other.Cuts ?? []);
}

/// <summary>How far everybody of a campaign came, without groups; simulated people left out.</summary>
/// <param name="Base">Whom groups are counted in: finished, scored and not withdrawn.</param>
/// <param name="Undecided">Of the base, without a decision yet.</param>
public sealed record CampaignFunnel(int Invited, int Started, int Finished, int Base, int Shortlisted, int Reserve, int Rejected, int Undecided);
