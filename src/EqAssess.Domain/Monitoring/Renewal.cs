namespace EqAssess.Domain.Monitoring;

/// <summary>
/// Whether a table may take the place of an earlier one. Who has both can take one from the other, and a count that moved by one tells about
/// the one person who came: every count, and the sum of those hidden in either, has to stay or to move by five at least.
/// </summary>
public static class Renewal
{
    public static bool MayReplace(GroupTable before, GroupTable now)
    {
        if (!before.Rows.Select(r => r.Group).SequenceEqual(now.Rows.Select(r => r.Group), StringComparer.Ordinal))
        {
            return false;
        }

        Pair[] people = [.. before.Rows.Zip(now.Rows, (b, n) => new Pair(b.People.Count, n.People.Count))];
        return MovesSafely(people, before.People, now.People)
            && Enum.GetValues<SelectionStage>().All(stage => MayReplace(stage, people, before, now))
            && (Math.Abs(now.People - before.People) >= Disclosure.Fewest || !HidesMore(before, now));
    }

    /// <summary>The same for rounded counts: they may move when the sums may.</summary>
    public static bool MayReplace(CrossedGroups before, CrossedGroups now) =>
        IsSafe(now.People - before.People) && IsSafe(now.Shortlisted - before.Shortlisted) && now.People != before.People;

    /// <summary>A withdrawn answer or two are no reason to lose a table that says more.</summary>
    private static bool HidesMore(GroupTable before, GroupTable now) => before.Rows.Zip(now.Rows).Any(r =>
        (r.First.People.Count is not null && r.Second.People.Count is null)
        || r.First.Passed.Any(p => p.Value.Count is not null && r.Second.Passed[p.Key].Count is null));

    private static bool MayReplace(SelectionStage stage, Pair[] people, GroupTable before, GroupTable now)
    {
        Pair[] passed = [.. before.Rows.Zip(now.Rows, (b, n) => new Pair(b.Passed[stage].Count, n.Passed[stage].Count))];
        Pair[] others = [.. people.Zip(passed, (all, went) => new Pair(all.Before - went.Before, all.Now - went.Now))];
        return MovesSafely(passed, before.Totals[stage], now.Totals[stage])
            && MovesSafely(others, before.People - before.Totals[stage], now.People - now.Totals[stage]);
    }

    private static bool MovesSafely(Pair[] cells, int before, int now)
    {
        Pair[] both = [.. cells.Where(c => c is { Before: not null, Now: not null })];
        return both.All(c => IsSafe(c.Now!.Value - c.Before!.Value))
            && IsSafe(now - both.Sum(c => c.Now!.Value) - (before - both.Sum(c => c.Before!.Value)));
    }

    private static bool IsSafe(int change) => change == 0 || Math.Abs(change) >= Disclosure.Fewest;

    private readonly record struct Pair(int? Before, int? Now);
}
