namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Two halves of a test held against each other (Spearman 1910; Guttman 1945). Expected values: base R, oracle case 13_composite.</summary>
/// <param name="Correlation">r of the halves.</param>
/// <param name="SteppedUp">2r/(1 + r), the reliability of the whole if the halves are parallel; not estimable for r below 0.</param>
/// <param name="Lambda4">2·(1 − (s²₁ + s²₂)/s²_X), a lower bound that asks for no parallel halves.</param>
public sealed record SplitHalf(Estimate Correlation, Estimate SteppedUp, Estimate Lambda4)
{
    /// <param name="first">Scores on one half.</param>
    /// <param name="second">Scores on the other, persons in the same order.</param>
    public static SplitHalf Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        Estimate r = Pearson.Correlation(first, second);
        double[] sums = [.. first.Zip(second, (a, b) => a + b)];
        Estimate lambda = sums.Length < 3 ? NoEstimate.InsufficientData
            : Moments.AreAlike(sums) ? NoEstimate.ZeroVariance
            : 2 * (1 - ((Moments.SquaredDeviations(first) + Moments.SquaredDeviations(second)) / Moments.SquaredDeviations(sums)));
        return new SplitHalf(r, r.OrNull is double known ? SpearmanBrown.Prophecy(known, 2) : r, lambda);
    }

    /// <summary>The parts at even places against those at odd ones, in their order. Persons who miss a part are left out.</summary>
    public static SplitHalf OddEven(ScoreTable scores)
    {
        ScoreTable table = scores.Complete();
        int[] parts = [.. Enumerable.Range(0, table.Parts)];
        return parts.Length < 2
            ? new SplitHalf(NoEstimate.InsufficientData, NoEstimate.InsufficientData, NoEstimate.InsufficientData)
            : Of(table.Only(parts.Where(j => j % 2 == 0)).Totals(), table.Only(parts.Where(j => j % 2 == 1)).Totals());
    }
}
