using System.Diagnostics;
using System.Globalization;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Domain.Statistics.Irt;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Benchmarks;

/// <summary>Item analysis and differential functioning of many persons beside R on the same file, where R is installed, and a graded response model.</summary>
internal static class StatisticsBenchmark
{
    private const int Items = 40;
    private const int Runs = 5;
    private const int ScenarioPersons = 5_000;
    private const int Scenarios = 24;

    public static void Run(int persons, TextWriter output)
    {
        (ScoreTable scores, bool[] focal) = SyntheticScores.RightAndWrong(persons, Items, seed: 7);
        long before = Process.GetCurrentProcess().PeakWorkingSet64;
        double analysis = Measuring.Median(Runs, () => ItemAnalysis.Of(scores));
        double dif = Measuring.Median(Runs, () => Dif(scores, focal));
        long after = Process.GetCurrentProcess().PeakWorkingSet64;
        ScoreTable graded = SyntheticScores.Graded(ScenarioPersons, Scenarios, seed: 11);
        Calibration? calibration = null;
        double calibrated = Measuring.Median(1, () => calibration = Calibration.Of(graded, ModelFamily.Graded));
        RTimes? r = RTimes.Measure(scores, focal, Runs);
        Print(persons, analysis, dif, calibrated, calibration!, r, output);
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Largest memory of the process: {before / 1_048_576} MB with the data, {after / 1_048_576} MB after item analysis and DIF."));
        Agreement(scores, focal, r, output);
    }

    private static MantelHaenszelDif[] Dif(ScoreTable scores, bool[] focal)
    {
        var strata = MatchingStrata.Thin(scores.Totals());
        return [.. Enumerable.Range(0, scores.Parts).Select(j => MantelHaenszelDif.Of(scores.Column(j), focal, strata))];
    }

    private static void Print(int persons, double analysis, double dif, double calibrated, Calibration calibration, RTimes? r, TextWriter output)
    {
        var invariant = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(invariant, $"Medians of {Runs} runs, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {r?.Version ?? "R is not installed"}."));
        output.WriteLine();
        output.WriteLine("| step | ms | R, ms | times as fast |");
        output.WriteLine("|---|--:|--:|--:|");
        output.WriteLine(Line($"item analysis, {persons} × {Items} (psych::alpha)", analysis, r?.Alpha));
        output.WriteLine(Line($"Mantel–Haenszel DIF, {persons} × {Items} (mantelhaen.test in a loop)", dif, r?.Dif));
        output.WriteLine(Line($"graded response model, {ScenarioPersons} × {Scenarios} × 5, {calibration.Cycles} cycles, {(calibration.Converged ? "converged" : "not converged")}", calibrated, null));
    }

    private static string Line(string step, double ours, double? theirs) => string.Create(
        CultureInfo.InvariantCulture, $"| {step} | {ours:0.0} | {(theirs is double ms ? $"{ms:0}" : "-")} | {(theirs is double t ? $"{t / ours:0}" : "-")} |");

    private static void Agreement(ScoreTable scores, bool[] focal, RTimes? r, TextWriter output)
    {
        if (r is null)
        {
            return;
        }

        double alpha = ItemAnalysis.Of(scores).Alpha.OrNull!.Value;
        double worst = Dif(scores, focal).Zip(r.OddsRatios, (ours, theirs) => Math.Abs((ours.Tables.OddsRatio.OrNull!.Value / theirs) - 1)).Max();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Alpha differs from R's by {Math.Abs(alpha - r.AlphaValue):0.0e0}, odds ratios by a relative {worst:0.0e0} at most."));
    }
}
