using EqAssess.Domain.Statistics.Distributions;

namespace EqAssess.Domain.Statistics.Norms;

/// <summary>The scores of a norm group, and the place of any score among them.</summary>
/// <remarks>SD n − 1; skewness g₁ = m₃/m₂^1.5 with denominators n. Expected values: base R, oracle case 09_norms_s7.</remarks>
public sealed class NormSample
{
    /// <summary>From this absolute skewness on, reports use the area transformation.</summary>
    public const double SkewLimit = .5;

    // Upper ends of stanines 1 to 8 in per cent of the norm group.
    private static readonly double[] StanineEnds = [4, 11, 23, 40, 60, 77, 89, 96];

    private readonly double[] sorted;

    /// <param name="scores">One per person, in any order.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public NormSample(IEnumerable<double> scores)
    {
        sorted = [.. scores.Order()];
        if (sorted.Length == 0)
        {
            throw new ArgumentException("A norm group needs a member.", nameof(scores));
        }
    }

    public int Persons => sorted.Length;

    public double Mean => Moments.Mean(sorted);

    public Estimate StandardDeviation => Descriptive.StandardDeviation(sorted);

    /// <summary>Insufficient data below three persons; zero variance where all have one score.</summary>
    public Estimate Skewness
    {
        get
        {
            if (sorted.Length < 3)
            {
                return NoEstimate.InsufficientData;
            }

            double second = Moments.SquaredDeviations(sorted) / sorted.Length;
            return Moments.AreAlike(sorted) ? NoEstimate.ZeroVariance : sorted.Sum(x => Math.Pow(x - Mean, 3)) / sorted.Length / Math.Pow(second, 1.5);
        }
    }

    /// <summary>What reports use by default: area where the sample is skewed by more than <see cref="SkewLimit"/>, linear otherwise.</summary>
    public NormTransformation DefaultTransformation =>
        Math.Abs(Skewness.OrNull ?? 0) > SkewLimit ? NormTransformation.Area : NormTransformation.Linear;

    public PercentileRank PercentileRank(double score)
    {
        int below = FirstAtLeast(score);
        int end = below;
        while (end < sorted.Length && sorted[end] == score)
        {
            end++;
        }

        return new PercentileRank(below, end - below, sorted.Length);
    }

    /// <returns>Null where the group has no SD, or an SD of 0.</returns>
    public StandardScores? Linear(double score) =>
        StandardDeviation.OrNull is double s && !Moments.AreAlike(sorted) ? new StandardScores((score - Mean) / s) : null;

    /// <summary>PR is kept within 0.5/n and 1 − 0.5/n, since the ends have no z.</summary>
    /// <returns>Null where the group has no SD, or an SD of 0.</returns>
    public StandardScores? Area(double score)
    {
        double end = .5 / sorted.Length;
        return StandardDeviation.OrNull is null || Moments.AreAlike(sorted)
            ? null
            : new StandardScores(Normal.Quantile(Math.Clamp(PercentileRank(score).Value / 100, end, 1 - end)));
    }

    /// <summary>The stanine by shares of the group: 4, 7, 12, 17, 20, 17, 12, 7 and 4 per cent from below. A rank on a border belongs to the higher one.</summary>
    public int StanineByArea(double score)
    {
        double rank = PercentileRank(score).Value;
        return 1 + StanineEnds.Count(end => rank >= end);
    }

    private int FirstAtLeast(double score)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < score ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
