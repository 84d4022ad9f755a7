namespace EqAssess.Domain.Statistics.Reliability;

/// <summary>Limits of coefficients that have none in closed form, from one set of draws of the complete persons.</summary>
/// <remarks>
/// A draw is how often each person was taken: covariances with these weights are all that a coefficient needs. Every draw has a generator
/// of its own, seeded from the seed and its number, so neither the order nor the number of threads matters.
/// </remarks>
public static class ReliabilityBootstrap
{
    public const int UsualDraws = 2000;

    /// <summary>Draws where there is more work than <see cref="MostWork"/>; so many persons leave narrow limits in any case.</summary>
    public const int FewerDraws = 500;

    /// <summary>Persons by pairs of parts up to which all draws are made: 10,000 by 24 parts are 3 million.</summary>
    public const long MostWork = 10_000_000;

    /// <param name="coefficients">Each from the covariances (n − 1) of the parts. Called by several threads.</param>
    /// <param name="threads">−1 for all that there are.</param>
    /// <returns>Limits of each coefficient.</returns>
    public static IReadOnlyList<BootstrapLimits> Of(
        ScoreTable scores, IReadOnlyList<Func<double[,], Estimate>> coefficients, long seed, int threads = -1)
    {
        ScoreTable table = scores.Complete();
        if (table.Persons < 2 || table.Parts == 0)
        {
            return [.. coefficients.Select(_ => BootstrapLimits.Without(NoEstimate.InsufficientData, seed))];
        }

        double[,] covariances = CovarianceMatrix.Of(table).Values;
        Estimate[] points = [.. coefficients.Select(c => c(covariances))];
        int[] known = [.. points.Index().Where(p => p.Item.OrNull is not null).Select(p => p.Index)];
        double[][] draws = known.Length == 0 ? [] : Drawn(table, [.. known.Select(c => coefficients[c])], seed, threads);
        return [.. points.Select((p, c) => p.OrNull is null ? BootstrapLimits.Without(p, seed) : BootstrapLimits.Of(draws[Array.IndexOf(known, c)], seed))];
    }

    /// <summary>How many draws are made.</summary>
    public static int DrawsFor(int persons, int parts) => (long)persons * parts * (parts + 1) / 2 <= MostWork ? UsualDraws : FewerDraws;

    private static double[][] Drawn(ScoreTable table, Func<double[,], Estimate>[] coefficients, long seed, int threads)
    {
        double[][] centred = [.. Enumerable.Range(0, table.Parts).Select(j => Centred(table.Column(j)))];
        var seeds = new SplitMix64(seed);
        long[] own = [.. Enumerable.Range(0, DrawsFor(table.Persons, table.Parts)).Select(_ => unchecked((long)seeds.Next()))];
        double[][] drawn = Array.ConvertAll(coefficients, _ => new double[own.Length]);
        Parallel.For(
            0,
            own.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new Resample(centred),
            (draw, _, resample) =>
            {
                double[,] covariances = resample.Covariances(own[draw]);
                for (int c = 0; c < coefficients.Length; c++)
                {
                    drawn[c][draw] = coefficients[c](covariances).OrNull ?? double.NaN;
                }

                return resample;
            },
            _ => { });
        return drawn;
    }

    private static double[] Centred(double[] column)
    {
        double mean = Columns.Sum(column) / column.Length;
        return Array.ConvertAll(column, x => x - mean);
    }

    /// <summary>The covariances of one draw after the other, in the same memory.</summary>
    private sealed class Resample(double[][] centred)
    {
        private readonly double[] weights = new double[centred[0].Length];
        private readonly double[] weighted = new double[centred[0].Length];

        public double[,] Covariances(long seed)
        {
            Draw(new SplitMix64(seed));
            (int k, double n) = (centred.Length, weights.Length);
            double[,] s = new double[k, k];
            double[] means = new double[k];
            for (int i = 0; i < k; i++)
            {
                Columns.Multiply(weighted, centred[i], weights);
                means[i] = Columns.Sum(weighted) / n;
                for (int j = 0; j <= i; j++)
                {
                    s[i, j] = s[j, i] = (Columns.Dot(weighted, centred[j]) - (n * means[i] * means[j])) / (n - 1);
                }
            }

            return s;
        }

        /// <summary>n persons with replacement: the high half of a 128-bit product, whose bias for any n is below 2⁻³².</summary>
        private void Draw(SplitMix64 random)
        {
            Array.Clear(weights);
            for (int i = 0; i < weights.Length; i++)
            {
                weights[Math.BigMul(random.Next(), (ulong)weights.Length, out _)]++;
            }
        }
    }
}
