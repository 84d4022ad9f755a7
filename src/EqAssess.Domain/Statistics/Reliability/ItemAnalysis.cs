namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Classical analysis of parts and their sum X: coefficient alpha (Cronbach 1951) and what each part does for it.</summary>
/// <remarks>
/// Persons who miss a part are left out (listwise). All of it comes from Σ(x_j − x̄_j)², Σ(x_j − x̄_j)(X − X̄) and Σ(X − X̄)², so the
/// work and the memory grow with persons × parts alone. For parts scored 0 and 1 alpha is KR-20. Expected values: R, psych::alpha, oracle
/// case 01_alpha_s1.
/// </remarks>
/// <param name="Persons">n, the complete ones.</param>
/// <param name="Parts">k.</param>
/// <param name="Alpha">k/(k − 1)·(1 − Σs²_j/s²_X). Insufficient data below two persons or parts; zero variance where X does not vary.</param>
/// <param name="Mean">Of X.</param>
/// <param name="StandardDeviation">Of X, n − 1.</param>
public sealed record ItemAnalysis(
    int Persons, int Parts, Estimate Alpha, Estimate Mean, Estimate StandardDeviation, IReadOnlyList<ItemStatistics> Items)
{
    public static ItemAnalysis Of(ScoreTable scores)
    {
        ScoreTable table = scores.Complete();
        (int n, int k) = (table.Persons, table.Parts);
        double[] totals = table.Totals();
        double mean = n == 0 ? 0 : Columns.Sum(totals) / n;
        PartSums[] sums = [.. Enumerable.Range(0, k).Select(j => PartSums.Of(table.Column(j), totals, mean))];
        double within = sums.Sum(s => s.Squares);
        double whole = Columns.AreAlike(totals) ? 0 : Columns.Products(totals, mean, totals, mean);
        return new ItemAnalysis(
            n,
            k,
            Coefficient(n, k, within, whole),
            n == 0 ? NoEstimate.InsufficientData : mean,
            n < 2 ? NoEstimate.InsufficientData : Math.Sqrt(whole / (n - 1)),
            [.. sums.Select(s => s.Statistics(n, k, within, whole))]);
    }

    internal static Estimate Coefficient(int persons, int parts, double within, double whole) =>
        persons < 2 || parts < 2 ? NoEstimate.InsufficientData
        : whole <= 0 ? NoEstimate.ZeroVariance
        : parts / (parts - 1d) * (1 - (within / whole));
}

/// <param name="Mean">Insufficient data for nobody.</param>
/// <param name="StandardDeviation">n − 1.</param>
/// <param name="ItemTotal">r with X, which holds the part itself and is inflated by it.</param>
/// <param name="ItemRest">r with X − x_j. Both: insufficient data below three persons, zero variance where a side does not vary.</param>
/// <param name="AlphaIfDeleted">Alpha of the other parts; insufficient data below three parts.</param>
public sealed record ItemStatistics(Estimate Mean, Estimate StandardDeviation, Estimate ItemTotal, Estimate ItemRest, Estimate AlphaIfDeleted);

/// <param name="Squares">Σ(x_j − x̄_j)².</param>
/// <param name="WithTotal">Σ(x_j − x̄_j)(X − X̄).</param>
internal sealed record PartSums(double Mean, double Squares, double WithTotal)
{
    public static PartSums Of(double[] column, double[] totals, double meanTotal)
    {
        if (column.Length == 0 || Columns.AreAlike(column))
        {
            return new PartSums(column.Length == 0 ? 0 : column[0], 0, 0);
        }

        double mean = Columns.Sum(column) / column.Length;
        return new PartSums(mean, Columns.Products(column, mean, column, mean), Columns.Products(column, mean, totals, meanTotal));
    }

    public ItemStatistics Statistics(int n, int k, double within, double whole)
    {
        double rest = whole - (2 * WithTotal) + Squares;
        rest = rest <= 1e-12 * (whole + Squares) ? 0 : rest;
        return new ItemStatistics(
            n == 0 ? NoEstimate.InsufficientData : Mean,
            n < 2 ? NoEstimate.InsufficientData : Math.Sqrt(Squares / (n - 1)),
            Correlation(n, WithTotal, whole),
            k < 2 ? NoEstimate.InsufficientData : Correlation(n, WithTotal - Squares, rest),
            ItemAnalysis.Coefficient(n, k - 1, within - Squares, rest));
    }

    private Estimate Correlation(int n, double products, double other) =>
        n < 3 ? NoEstimate.InsufficientData
        : Squares <= 0 || other <= 0 ? NoEstimate.ZeroVariance
        : Math.Clamp(products / Math.Sqrt(Squares) / Math.Sqrt(other), -1, 1);
}
