using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Insights;

/// <summary>Persons in five groups by their score on the rest of the test, the lowest first. Equal rests stay together, so the fifths may differ in size.</summary>
/// <param name="Of">The fifth of each person, 0 to 4.</param>
internal sealed record RestFifths(int[] Of)
{
    public const int Count = 5;

    public static RestFifths By(double[] rests)
    {
        double?[] cuts = [.. Enumerable.Range(1, Count - 1).Select(i => Quantiles.At(rests, i / (double)Count))];
        return new RestFifths(Array.ConvertAll(rests, r => cuts.Count(c => r > c)));
    }

    public IReadOnlyList<int> Sizes => [.. Enumerable.Range(0, Count).Select(f => Of.Count(o => o == f))];

    /// <summary>The mean of the known values in each fifth; insufficient data where a fifth has none.</summary>
    public IReadOnlyList<Estimate> Means(double[] values)
    {
        double[] sums = new double[Count];
        int[] known = new int[Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                sums[Of[i]] += values[i];
                known[Of[i]]++;
            }
        }

        return [.. sums.Zip(known, (sum, n) => n == 0 ? (Estimate)NoEstimate.InsufficientData : sum / n)];
    }
}
