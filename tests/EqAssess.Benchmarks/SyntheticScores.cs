using EqAssess.Domain.Statistics;

namespace EqAssess.Benchmarks;

/// <summary>Scores of made-up persons; the same seed gives the same ones.</summary>
internal static class SyntheticScores
{
    /// <summary>Items scored 0 and 1 after a two-parameter model, and a third of the persons in the focal group.</summary>
    public static (ScoreTable Scores, bool[] Focal) RightAndWrong(int persons, int items, int seed)
    {
        var random = new Random(seed);
        double[] traits = Traits(random, persons);
        double[][] columns = [.. Enumerable.Range(0, items).Select(j => Column(random, traits, .7 + (.03 * j), [(j - (items / 2d)) / 10]))];
        return (new ScoreTable(columns), [.. traits.Select(_ => random.NextDouble() < 1 / 3d)]);
    }

    /// <summary>Scenarios scored 0 to 4 after a graded response model.</summary>
    public static ScoreTable Graded(int persons, int items, int seed)
    {
        var random = new Random(seed);
        double[] traits = Traits(random, persons);
        return new ScoreTable([.. Enumerable.Range(0, items).Select(j =>
        {
            double middle = (j - (items / 2d)) / 12;
            return Column(random, traits, .7 + (.05 * j), [middle - 1.5, middle - .5, middle + .5, middle + 1.5]);
        })]);
    }

    private static double[] Column(Random random, double[] traits, double slope, double[] thresholds) => Array.ConvertAll(traits, theta =>
    {
        double draw = random.NextDouble();
        return (double)thresholds.Count(b => draw < 1 / (1 + Math.Exp(-slope * (theta - b))));
    });

    private static double[] Traits(Random random, int persons) => [.. Enumerable.Range(0, persons)
        .Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
}
