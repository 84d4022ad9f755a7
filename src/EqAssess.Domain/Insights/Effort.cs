using EqAssess.Domain.Statistics.Responding;

namespace EqAssess.Domain.Insights;

/// <summary>Who answered too fast to have read, told by the times of all who handed the form in.</summary>
/// <param name="Thresholds">Seconds, one per item (<see cref="NormativeThreshold"/>).</param>
/// <param name="Shares">Response-time effort, 0 to 1, one per person; 1 for somebody who saw nothing.</param>
internal sealed record Effort(double[] Thresholds, double[] Shares)
{
    /// <summary>Rapid on a fifth of the items or more: the attempt is left out of item statistics and norms, and shown with a note.</summary>
    public const double Low = .80;

    public static Effort Of(IReadOnlyList<Sitting> sittings, int items)
    {
        double[] thresholds = [.. Enumerable.Range(0, items).Select(j => NormativeThreshold.Of([.. sittings.Select(s => s.Seconds[j])]))];
        return new Effort(thresholds, [.. sittings.Select(s => ResponseTimeEffort.Of(s.Seconds, thresholds).OrNull ?? 1)]);
    }

    public bool IsLow(int person) => Shares[person] <= Low;

    /// <summary>Persons who get a note, whether or not they are left out.</summary>
    public int Noted => Shares.Count(s => s < ResponseTimeEffort.Least);
}
