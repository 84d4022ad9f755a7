namespace EqAssess.Domain.Statistics.Items;

/// <summary>Yen's (1984) Q3: correlations of what is left of two parts after the trait is taken out.</summary>
/// <remarks>
/// A pair is suspect when its Q3 lies more than .20 above the mean Q3, which is below 0 by construction, near −1/(k − 1) (Christensen,
/// Makransky &amp; Horton 2017). Expected values: base R, oracle case 16_irt_mml_grm.
/// </remarks>
/// <param name="Pairs">Every pair of parts once, the first before the second.</param>
/// <param name="Mean">Over the pairs that have a Q3.</param>
public sealed record LocalDependence(IReadOnlyList<DependentPair> Pairs, Estimate Mean)
{
    public const double AboveMean = .20;

    public IEnumerable<DependentPair> Suspect => Mean.OrNull is double mean ? Pairs.Where(p => p.Q3.OrNull > mean + AboveMean) : [];

    /// <param name="residuals">Observed less expected score, NaN where a person has none; each pair over the persons who have both.</param>
    public static LocalDependence Of(ScoreTable residuals)
    {
        DependentPair[] pairs =
        [
            .. from i in Enumerable.Range(0, residuals.Parts)
               from j in Enumerable.Range(i + 1, residuals.Parts - i - 1)
               select new DependentPair(i, j, Correlation(residuals.Column(i), residuals.Column(j))),
        ];
        return new LocalDependence(pairs, Descriptive.Mean([.. pairs.Select(p => p.Q3.OrNull).OfType<double>()]));
    }

    private static Estimate Correlation(double[] x, double[] y)
    {
        int[] both = [.. Enumerable.Range(0, x.Length).Where(i => !double.IsNaN(x[i]) && !double.IsNaN(y[i]))];
        return Pearson.Correlation(Array.ConvertAll(both, i => x[i]), Array.ConvertAll(both, i => y[i]));
    }
}

public sealed record DependentPair(int First, int Second, Estimate Q3);
