namespace EqAssess.Domain.Monitoring;

/// <summary>
/// How many of a group would reach a cut score, in steps of five points and rounded to fives: between two steps there may be one person, whom
/// exact counts would point out.
/// </summary>
public static class CutCounts
{
    public const int Step = 5;
    public const int FewestPeople = 10;

    /// <summary>0, 5 … 100.</summary>
    public static IReadOnlyList<int> Cuts { get; } = [.. Enumerable.Range(0, (100 / Step) + 1).Select(i => i * Step)];

    /// <summary>One for each of <see cref="Cuts"/>.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<double> percents) => [.. Cuts.Select(cut => Rounded(percents.Count(p => p >= cut)))];

    /// <summary>To the nearest five; 2 goes down and 3 goes up.</summary>
    public static int Rounded(int count) => (count + 2) / 5 * 5;

    /// <summary>Rates of the groups at one cut, and each over the highest; null where nobody reaches it.</summary>
    /// <remarks>From the rounded counts, so that the ratio tells no more than they do.</remarks>
    public static IReadOnlyList<CutRate> RatesAt(GroupTable table, int cut)
    {
        int place = cut / Step;
        GroupRow[] known = [.. table.Rows.Where(r => r.Cuts is { Count: > 0 })];
        double highest = known.Select(r => RateOf(r, place)).DefaultIfEmpty(0).Max();
        return [.. known.Select(r => new CutRate(r.Group, r.Cuts![0], r.Cuts[place], RateOf(r, place), highest > 0 ? RateOf(r, place) / highest : null))];
    }

    private static double RateOf(GroupRow row, int place) => (double)row.Cuts![place] / row.Cuts[0];
}

/// <param name="People">About how many there are.</param>
/// <param name="Reach">About how many reach the cut.</param>
/// <param name="Ratio">Over the highest rate of a group, about.</param>
public sealed record CutRate(string Group, int People, int Reach, double Rate, double? Ratio);
