namespace EqAssess.Domain.Statistics;

/// <summary>Mean squares of a complete table of options by judges (two-way analysis of variance without repetition).</summary>
/// <param name="N">Options.</param>
/// <param name="K">Judges.</param>
internal sealed record MeanSquares(double N, double K, double Options, double Judges, double Error)
{
    /// <param name="options">Two rows and two columns at least.</param>
    public static MeanSquares Of(IReadOnlyList<IReadOnlyList<double>> options)
    {
        int n = options.Count;
        int k = options[0].Count;
        double[] ofOptions = [.. options.Select(Moments.Mean)];
        double[] ofJudges = [.. Enumerable.Range(0, k).Select(j => options.Average(o => o[j]))];
        double all = Moments.Mean(ofOptions);
        double error = Enumerable.Range(0, n).Sum(i => Enumerable.Range(0, k).Sum(j => Square(options[i][j] - ofOptions[i] - ofJudges[j] + all)));
        return new MeanSquares(n, k, k * Settled(ofOptions) / (n - 1), n * Settled(ofJudges) / (k - 1), Cleared(error, n * k) / ((n - 1) * (k - 1)));
    }

    private static double Settled(double[] means) => Moments.AreAlike(means) ? 0 : Moments.SquaredDeviations(means);

    // What is left of equal ratings after their means are taken away is the noise of doubles.
    private static double Cleared(double squares, int cells) => squares <= 1e-24 * cells ? 0 : squares;

    private static double Square(double value) => value * value;
}
