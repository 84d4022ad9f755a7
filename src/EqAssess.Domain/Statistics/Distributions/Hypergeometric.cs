namespace EqAssess.Domain.Statistics.Distributions;

/// <summary>How many of a draw without replacement are marked: the tables with fixed margins of a fourfold table.</summary>
/// <remarks>
/// Probabilities by the ratio of neighbours, outwards from the likeliest table and then divided by their sum, so that no factorial of a
/// large number loses digits. Expected values: R's dhyper.
/// </remarks>
internal sealed class Hypergeometric
{
    private readonly double[] probabilities;

    /// <param name="marked">Marked ones in the whole.</param>
    /// <param name="unmarked">Unmarked ones in the whole.</param>
    /// <param name="drawn">From 0 to marked + unmarked.</param>
    public Hypergeometric(long marked, long unmarked, long drawn)
    {
        Lowest = Math.Max(0, drawn - unmarked);
        long highest = Math.Min(marked, drawn);
        probabilities = new double[highest - Lowest + 1];
        long mode = Math.Clamp((long)((drawn + 1d) * (marked + 1) / (marked + unmarked + 2d)), Lowest, highest);
        probabilities[mode - Lowest] = 1;
        for (long x = mode; x < highest; x++)
        {
            double ratio = (marked - x) * (double)(drawn - x) / ((x + 1d) * (unmarked - drawn + x + 1d));
            probabilities[x + 1 - Lowest] = probabilities[x - Lowest] * ratio;
        }

        for (long x = mode; x > Lowest; x--)
        {
            double ratio = x * (double)(unmarked - drawn + x) / ((marked - x + 1d) * (drawn - x + 1d));
            probabilities[x - 1 - Lowest] = probabilities[x - Lowest] * ratio;
        }

        double sum = probabilities.Sum();
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] /= sum;
        }
    }

    /// <summary>The fewest marked ones that a draw can hold.</summary>
    public long Lowest { get; }

    /// <summary>One per possible number of marked ones, from <see cref="Lowest"/> up; they sum to 1.</summary>
    public IReadOnlyList<double> Probabilities => probabilities;
}
