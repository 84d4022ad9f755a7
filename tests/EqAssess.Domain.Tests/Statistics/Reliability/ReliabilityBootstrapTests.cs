using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Domain.Tests.Statistics.Reliability;

public sealed class ReliabilityBootstrapTests
{
    private static readonly int[][] Halves = [[0, 2, 4], [1, 3, 5]];

    [Fact]
    public void A_draw_is_the_coefficient_of_the_persons_who_were_drawn()
    {
        ScoreTable table = Parallel(80, 6, 3);
        OneFactorModel model = Omega.Of(table).Model!;

        IReadOnlyList<BootstrapLimits> limits = ReliabilityBootstrap.Of(table, [c => StratifiedAlpha.Of(c, Halves), c => Omega.Near(model, c)], 42);

        (double[] stratified, double[] omega) = Slowly(table, 42);
        Assert.Equal((2000, 0, 42), (limits[0].Draws, limits[0].Failed, limits[0].Seed));
        Assert.Equal(At(stratified, .025), limits[0].Lower.OrNull!.Value, 1e-9);
        Assert.Equal(At(stratified, .975), limits[0].Upper.OrNull!.Value, 1e-9);
        Assert.Equal(At(omega, .025), limits[1].Lower.OrNull!.Value, 1e-6);
        Assert.Equal(At(omega, .975), limits[1].Upper.OrNull!.Value, 1e-6);
    }

    [Fact]
    public void The_same_seed_gives_the_same_limits_on_any_number_of_threads()
    {
        ScoreTable table = Parallel(150, 6, 5);
        BootstrapLimits With(long seed, int threads) => ReliabilityBootstrap.Of(table, [c => StratifiedAlpha.Of(c, Halves)], seed, threads)[0];

        BootstrapLimits one = With(7, 1);

        Assert.Equal(one, With(7, 2));
        Assert.Equal(one, With(7, 8));
        Assert.NotEqual(one.Lower, With(8, 1).Lower);
    }

    [Fact]
    public void Parallel_parts_have_nearly_the_limits_of_Feldt()
    {
        foreach (int seed in Enumerable.Range(1, 5))
        {
            ScoreTable table = Parallel(400, 8, seed);
            double alpha = ItemAnalysis.Of(table).Alpha.OrNull!.Value;
            (Estimate lower, Estimate upper) = AlphaLimits.Of(alpha, table.Persons, table.Parts);

            BootstrapLimits limits = ReliabilityBootstrap.Of(table, [c => StratifiedAlpha.Of(c, [[0, 1, 2, 3, 4, 5, 6, 7]])], seed)[0];

            Assert.InRange(alpha, limits.Lower.OrNull!.Value, limits.Upper.OrNull!.Value);
            Assert.Equal(lower.OrNull!.Value, limits.Lower.OrNull!.Value, .02);
            Assert.Equal(upper.OrNull!.Value, limits.Upper.OrNull!.Value, .02);
        }
    }

    [Fact]
    public void Limits_hold_the_true_coefficient_in_about_nineteen_of_twenty_samples()
    {
        const double True = 8 * .3 / (1 + (7 * .3));
        int[][] whole = [[0, 1, 2, 3, 4, 5, 6, 7]];

        int held = Enumerable.Range(100, 200).Count(seed =>
        {
            BootstrapLimits limits = ReliabilityBootstrap.Of(Parallel(200, 8, seed), [c => StratifiedAlpha.Of(c, whole)], seed)[0];
            return limits.Lower.OrNull <= True && limits.Upper.OrNull >= True;
        });

        Assert.InRange(held, 180, 199);
    }

    [Fact]
    public void Too_many_draws_without_a_coefficient_leave_no_limits()
    {
        // One person alone makes the last part vary: a third of the draws miss that person.
        ScoreTable some = Parallel(60, 5, 9);
        double[] rare = new double[60];
        rare[0] = 1;
        var table = new ScoreTable([.. Enumerable.Range(0, 5).Select(some.Column), rare]);

        BootstrapLimits limits = ReliabilityBootstrap.Of(table, [c => c[5, 5] > 0 ? StratifiedAlpha.Of(c, Halves) : NoEstimate.ZeroVariance], 3)[0];

        Assert.Equal(NoEstimate.NotEstimable, limits.Lower.MissingBecause);
        Assert.InRange(limits.Failed, 600, 900);
        Assert.True(limits.TooManyFailed);
    }

    [Fact]
    public void A_coefficient_that_is_missing_says_why_in_its_limits()
    {
        ScoreTable table = Parallel(60, 3, 1);

        BootstrapLimits limits = ReliabilityBootstrap.Of(table, [c => StratifiedAlpha.Of(c, [[0, 1], [2]])], 1)[0];

        Assert.Equal((NoEstimate.InsufficientData, 0), (limits.Lower.MissingBecause, limits.Draws));
    }

    [Fact]
    public void From_covariances_stratified_alpha_is_that_of_the_rows()
    {
        ScoreTable table = Parallel(90, 6, 11);

        Assert.Equal(Rows(table).OrNull!.Value, StratifiedAlpha.Of(CovarianceMatrix.Of(table).Values, Halves).OrNull!.Value, 1e-12);
    }

    [Fact]
    public void Very_many_persons_are_drawn_less_often()
    {
        Assert.Equal(2000, ReliabilityBootstrap.DrawsFor(10_000, 24));
        Assert.Equal(500, ReliabilityBootstrap.DrawsFor(100_000, 40));
    }

    /// <summary>Every draw as a table of persons, and the coefficients of rows: the same generator, none of the arithmetic.</summary>
    private static (double[] Stratified, double[] Omega) Slowly(ScoreTable table, long seed)
    {
        var seeds = new SplitMix64(seed);
        var values = Enumerable.Range(0, 2000).Select(_ =>
        {
            var random = new SplitMix64(unchecked((long)seeds.Next()));
            int[] drawn = [.. Enumerable.Range(0, table.Persons).Select(_ => (int)(((UInt128)random.Next() * (ulong)table.Persons) >> 64))];
            var resampled = new ScoreTable([.. Enumerable.Range(0, table.Parts).Select(j => Array.ConvertAll(drawn, i => table.Column(j)[i]))]);
            return (Stratified: Rows(resampled).OrNull!.Value, Omega: Omega.Of(resampled).Total.OrNull ?? double.NaN);
        }).ToList();
        return ([.. values.Select(v => v.Stratified).Order()], [.. values.Select(v => v.Omega).Where(o => !double.IsNaN(o)).Order()]);
    }

    private static Estimate Rows(ScoreTable table) => StratifiedAlpha.Of(
    [
        .. Halves.Select(parts => (IReadOnlyList<IReadOnlyList<double>>)[.. Enumerable.Range(0, table.Persons).Select(i => parts.Select(j => table.Column(j)[i]).ToArray())]),
    ]);

    private static double At(double[] sorted, double share)
    {
        double place = (sorted.Length - 1) * share;
        return sorted[(int)place] + ((place % 1) * (sorted[(int)place + 1] - sorted[(int)place]));
    }

    /// <summary>Parts that correlate .30, normal.</summary>
    private static ScoreTable Parallel(int persons, int parts, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[] common = [.. Enumerable.Range(0, persons).Select(_ => Normal())];
        return new ScoreTable([.. Enumerable.Range(0, parts).Select(_ => Array.ConvertAll(common, c => (Math.Sqrt(.3) * c) + (Math.Sqrt(.7) * Normal())))]);
    }
}
