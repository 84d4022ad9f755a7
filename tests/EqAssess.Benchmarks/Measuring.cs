using System.Diagnostics;

namespace EqAssess.Benchmarks;

internal static class Measuring
{
    /// <summary>Median wall time in milliseconds, after one run that does not count.</summary>
    public static double Median(int runs, Action action)
    {
        action();
        double[] times = [.. Enumerable.Range(0, runs).Select(_ => Once(action)).Order()];
        return runs % 2 == 1 ? times[runs / 2] : (times[(runs / 2) - 1] + times[runs / 2]) / 2;
    }

    private static double Once(Action action)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }
}
