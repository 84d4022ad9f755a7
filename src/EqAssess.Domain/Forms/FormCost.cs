using EqAssess.Domain.Banks;

namespace EqAssess.Domain.Forms;

/// <summary>What is wrong with one form by itself, and how far it is from what all forms should be like.</summary>
/// <param name="Violation">0 when every constraint holds; the larger, the farther from it.</param>
/// <param name="Soft">Distance from the targets; small beside one violation.</param>
/// <param name="ShortOf">Index of a quota whose least is not reached; null where there is none.</param>
internal sealed record FormCost(double Violation, double Soft, int? ShortOf)
{
    private int[] Counts { get; init; } = [];

    private int EnemyPairs { get; init; }

    private double[] Gains { get; init; } = [];

    private double Minutes { get; init; }

    public static FormCost Of(AssemblyPool pool, FormTargets targets, int[] items, HashSet<int> members, IReadOnlyList<int> pretest)
    {
        int[] counts = new int[pool.Quotas.Count];
        double[] gains = new double[pool.Strategies.Count];
        double minutes = 0, difficulty = 0, attempts = 0;
        int enemies = 0;
        foreach (int item in items)
        {
            AssemblyItem facts = pool.Items[item];
            foreach (int quota in pool.QuotasOf[item])
            {
                counts[quota]++;
            }

            for (int s = 0; s < gains.Length; s++)
            {
                gains[s] += facts.BlindGains[s] / items.Length;
            }

            minutes += facts.LeastMinutes;
            difficulty += targets.DifficultyOf(facts) / items.Length;
            attempts += facts.Attempts;
            enemies += pool.Enemies[item].Count == 0 ? 0 : pool.Enemies[item].Count(members.Contains) + (2 * pool.Enemies[item].Count(pretest.Contains));
        }

        double soft = Math.Abs((minutes / targets.Minutes) - 1) + (5 * Math.Abs(difficulty - targets.Difficulty))
            + (attempts / (targets.MostAttempts * items.Length)) + Math.Max(0, gains.DefaultIfEmpty().Max() - (Blueprint.MostBlindGain / 2));
        var cost = new FormCost(0, soft, null)
        {
            Counts = counts, EnemyPairs = enemies / 2, Gains = gains, Minutes = minutes + pretest.Sum(p => pool.Items[p].LeastMinutes),
        };
        return cost.Weighed(pool, targets);
    }

    /// <summary>The constraints that the form does not meet.</summary>
    public IEnumerable<(ConstraintKind Kind, string Subject)> Violated(AssemblyPool pool, FormTargets targets) =>
    [
        .. pool.Quotas.Index().Where(q => q.Item.Misses(Counts[q.Index]) > 0).Select(q => (q.Item.Kind, q.Item.Quota.Code)),
        .. EnemyPairs > 0 ? [(ConstraintKind.Enemies, "")] : Array.Empty<(ConstraintKind, string)>(),
        .. Gains.Index().Where(g => Excess(g.Item) > 0).Select(g => (ConstraintKind.Blind, pool.Strategies[g.Index])),
        .. Minutes > targets.Limit ? [(ConstraintKind.Time, "")] : Array.Empty<(ConstraintKind, string)>(),
    ];

    private FormCost Weighed(AssemblyPool pool, FormTargets targets)
    {
        double violation = EnemyPairs + Gains.Sum(Excess) + (Minutes > targets.Limit ? 1 + Minutes - targets.Limit : 0);
        int? shortOf = null;
        for (int quota = 0; quota < Counts.Length; quota++)
        {
            violation += pool.Quotas[quota].Misses(Counts[quota]);
            shortOf = Counts[quota] < pool.Quotas[quota].Quota.Least ? quota : shortOf;
        }

        return this with { Violation = violation, ShortOf = shortOf };
    }

    private static double Excess(double gain) => gain > Blueprint.MostBlindGain ? 1 + (10 * (gain - Blueprint.MostBlindGain)) : 0;
}

/// <summary>What every form should be like: the averages of what its slots can hold.</summary>
/// <param name="Difficulty">Expected difficulty where items have been observed; an unobserved item counts as the average.</param>
/// <param name="Limit">Minutes.</param>
internal sealed record FormTargets(double Minutes, double Difficulty, double MostAttempts, double Limit)
{
    public static FormTargets Of(AssemblyPool pool)
    {
        Blueprint blueprint = pool.Blueprint;
        double limit = blueprint.Minutes ?? FormChecks.LongestLimit.TotalMinutes;
        double minutes = blueprint.Domains.Sum(d => d.Least * Usable(pool, d).Select(i => i.LeastMinutes).DefaultIfEmpty(1).Average());
        double[] observed = [.. pool.Items.Where(i => i.CanCount).Select(i => i.Difficulty?.Mean).OfType<double>()];
        return new FormTargets(
            Math.Min(minutes, limit * 0.95),
            observed.DefaultIfEmpty().Average(),
            Math.Max(1, pool.Items.Max(i => i.Attempts)),
            limit);
    }

    public double DifficultyOf(AssemblyItem item) => item.Difficulty?.Mean ?? Difficulty;

    private static IEnumerable<AssemblyItem> Usable(AssemblyPool pool, Quota domain) =>
        pool.Anchors.Concat(pool.Free).Select(i => pool.Items[i]).Where(i => i.Domain == domain.Code);
}
