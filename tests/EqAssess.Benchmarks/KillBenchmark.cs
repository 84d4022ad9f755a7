using System.Diagnostics;
using System.Globalization;
using EqAssess.Testing.Load;

namespace EqAssess.Benchmarks;

/// <summary>The server is killed under load and started again, many times; then everything acknowledged is looked for.</summary>
internal static class KillBenchmark
{
    private const int People = 16;

    /// <returns>0 when everything holds.</returns>
    public static async Task<int> RunAsync(int times, TextWriter output)
    {
        long from = Stopwatch.GetTimestamp();
        KillReport report = await KillRun.RunAsync(times, People, seed: 20_261_122);
        await output.WriteLineAsync("| kills | attempts | handed in | ran out | saves acknowledged | unanswered | wrong | minutes |");
        await output.WriteLineAsync("|--:|--:|--:|--:|--:|--:|--:|--:|");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| {report.Kills} | {report.Attempts} | {report.HandedIn} | {report.RanOut} | {report.Acknowledged} | {report.Unanswered} | {report.Wrong.Count} | {Stopwatch.GetElapsedTime(from).TotalMinutes:0.0} |"));
        foreach (string wrong in report.Wrong.Take(20))
        {
            await output.WriteLineAsync($"* {wrong}");
        }

        return report.Wrong.Count == 0 ? 0 : 1;
    }
}
