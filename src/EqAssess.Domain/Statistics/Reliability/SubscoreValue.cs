namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Whether a subscore says more of its own true score than the total does (Haberman 2008), as proportional reductions of mean squared error.</summary>
/// <remarks>Expected values: base R, oracle case 13_composite.</remarks>
/// <param name="FromSubscore">The subscore's reliability r_s.</param>
/// <param name="FromTotal">c²/(s²_s·r_s·s²_T) with c = s²_s·r_s + cov(S, T − S).</param>
public sealed record SubscoreValue(Estimate FromSubscore, Estimate FromTotal)
{
    /// <summary>Below this reliability a subscore is not reported, whatever the total says.</summary>
    public const double LeastReliability = .60;

    /// <summary>Reported are only subscores that are reliable enough and say more of themselves than the total does.</summary>
    public bool MayBeReported => FromSubscore.OrNull is double own && own >= LeastReliability && FromTotal.OrNull is double total && own > total;

    /// <param name="subscores">S, one per person.</param>
    /// <param name="totals">T, persons in the same order; T contains S.</param>
    /// <param name="reliability">r_s. 0 or below: not estimable from the total.</param>
    /// <returns>Insufficient data below three persons; zero variance where S or T does not vary.</returns>
    public static SubscoreValue Of(IReadOnlyList<double> subscores, IReadOnlyList<double> totals, double reliability)
    {
        if (subscores.Count < 3)
        {
            return new SubscoreValue(NoEstimate.InsufficientData, NoEstimate.InsufficientData);
        }

        if (Moments.AreAlike(subscores) || Moments.AreAlike(totals))
        {
            return new SubscoreValue(NoEstimate.ZeroVariance, NoEstimate.ZeroVariance);
        }

        double known = Moments.SquaredDeviations(subscores) * reliability;
        double shared = known + Moments.Products(subscores, [.. totals.Zip(subscores, (t, s) => t - s)]);
        return new SubscoreValue(reliability, reliability <= 0 ? NoEstimate.NotEstimable : shared * shared / (known * Moments.SquaredDeviations(totals)));
    }
}
