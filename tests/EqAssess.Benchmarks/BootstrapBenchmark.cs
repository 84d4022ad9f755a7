using System.Globalization;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Benchmarks;

/// <summary>What limits by bootstrap cost: stratified alpha of four strata alone, and with omega.</summary>
internal static class BootstrapBenchmark
{
    private const int Strata = 4;

    public static void Run(TextWriter output)
    {
        output.WriteLine("| persons × scenarios | draws | stratified alpha, s | with omega, s | draws without omega |");
        output.WriteLine("|---|--:|--:|--:|--:|");
        foreach ((int persons, int parts) in ((int, int)[])[(1_500, 16), (10_000, 24), (100_000, 40)])
        {
            ScoreTable table = SyntheticScores.Graded(persons, parts, seed: 5);
            int[][] strata = [.. Enumerable.Range(0, Strata).Select(s => Enumerable.Range(0, parts).Where(j => j % Strata == s).ToArray())];
            OneFactorModel model = Omega.Of(table).Model!;
            double one = Measuring.Median(1, () => ReliabilityBootstrap.Of(table, [c => StratifiedAlpha.Of(c, strata)], 1));
            IReadOnlyList<BootstrapLimits> limits = [];
            double both = Measuring.Median(1, () => limits = ReliabilityBootstrap.Of(table, [c => StratifiedAlpha.Of(c, strata), c => Omega.Near(model, c)], 1));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {persons:N0} × {parts} | {limits[1].Draws:N0} | {one / 1000:0.00} | {both / 1000:0.00} | {limits[1].Failed} |"));
        }
    }
}
