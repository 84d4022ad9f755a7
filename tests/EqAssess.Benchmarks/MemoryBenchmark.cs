using System.Diagnostics;
using System.Globalization;
using EqAssess.Domain.Statistics;
using EqAssess.Domain.Statistics.Fairness;
using EqAssess.Domain.Statistics.Reliability;

namespace EqAssess.Benchmarks;

/// <summary>The largest memory of item analysis and DIF by the number of persons, each number in a process of its own.</summary>
internal static class MemoryBenchmark
{
    public const string Verb = "memory-of";
    private const int Items = 40;

    public static int Run(IReadOnlyList<int> persons, TextWriter output)
    {
        output.WriteLine("| persons × items | data alone, MB | peak of the process, MB | peak less that of 25 persons, MB | bytes a person |");
        output.WriteLine("|---|--:|--:|--:|--:|");
        double bare = Measured(25);
        foreach (int count in persons)
        {
            double peak = Measured(count);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {count:N0} × {Items} | {count * Items * sizeof(double) / 1e6:0.0} | {peak / 1e6:0} | {(peak - bare) / 1e6:0} | {(peak - bare) / count:0} |"));
        }

        return 0;
    }

    /// <summary>The work itself; prints the peak in bytes.</summary>
    public static void Measure(int persons, TextWriter output)
    {
        (ScoreTable scores, bool[] focal) = SyntheticScores.RightAndWrong(persons, Items, seed: 7);
        var analysis = ItemAnalysis.Of(scores);
        var strata = MatchingStrata.Thin(scores.Totals());
        int classes = Enumerable.Range(0, scores.Parts).Count(j => MantelHaenszelDif.Of(scores.Column(j), focal, strata).Class is not null);
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{process.PeakWorkingSet64} {analysis.Persons} {classes}"));
    }

    private static double Measured(int persons)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Verb, persons.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(start)!;
        string printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(printed.Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
