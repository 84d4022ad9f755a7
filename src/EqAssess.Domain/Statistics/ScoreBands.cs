namespace EqAssess.Domain.Statistics;

/// <summary>Scores that are treated alike because they do not differ reliably (Cascio, Outtz, Zedeck &amp; Goldstein 1991).</summary>
/// <remarks>The width is <see cref="ErrorOfMeasurement.BandWidth"/>. Who is preferred within a band is for job-related reasons to decide, never a group.</remarks>
public static class ScoreBands
{
    /// <summary>Wider than this many SD a band holds most applicants and says nothing (Murphy 1994).</summary>
    public const double WidestInStandardDeviations = 1.5;

    public static bool IsUseful(double width, double standardDeviation) => width <= WidestInStandardDeviations * standardDeviation;

    /// <summary>Fixed bands: the first from the top score down, each next one from the highest score outside.</summary>
    /// <param name="scores">In any order.</param>
    /// <param name="width">Scores at most this far below the top of a band belong to it; not negative.</param>
    /// <returns>The number of each score's band, from 1 at the top, in the order of the scores.</returns>
    public static IReadOnlyList<int> Fixed(IReadOnlyList<double> scores, double width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        int[] bands = new int[scores.Count];
        (int band, double top) = (0, double.PositiveInfinity);
        foreach ((int place, double score) in scores.Index().OrderByDescending(s => s.Item))
        {
            if (band == 0 || score < top - width)
            {
                (band, top) = (band + 1, score);
            }

            bands[place] = band;
        }

        return bands;
    }

    /// <summary>A sliding band: it hangs from the highest score that is not taken yet, and moves down when that one is taken.</summary>
    /// <param name="taken">Places of the scores that were chosen already.</param>
    /// <returns>Places of those in the band now, in the order of the scores; none when all are taken.</returns>
    public static IReadOnlyList<int> Sliding(IReadOnlyList<double> scores, double width, IReadOnlySet<int> taken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        int[] left = [.. Enumerable.Range(0, scores.Count).Where(i => !taken.Contains(i))];
        double top = left.Length == 0 ? 0 : left.Max(i => scores[i]);
        return [.. left.Where(i => scores[i] >= top - width)];
    }
}
