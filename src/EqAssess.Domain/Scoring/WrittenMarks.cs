namespace EqAssess.Domain.Scoring;

/// <summary>
/// What the marks of a written answer are worth. Two people mark it, each alone, from 0 to 4 with the key as rubric: 4 is what the most
/// effective options of the key say or do, 0 is nothing of them, or what the least effective ones do. The credit is mark / 4, so that a
/// written answer stands on the same scale, percent of maximum, as a chosen one (POMP; Cohen, Cohen, Aiken and West, 1999).
/// </summary>
/// <remarks>The credit of two marks is their mean. Marks that lie two points or more apart ask for a third, and then the median counts.</remarks>
public static class WrittenMarks
{
    public const int Lowest = 0;
    public const int Highest = 4;

    /// <summary>People who mark each answer.</summary>
    public const int Markers = 2;

    /// <summary>Two marks so far apart need a third.</summary>
    public const int TooFarApart = 2;

    public static IReadOnlyList<int> Scale { get; } = [0, 1, 2, 3, 4];

    /// <param name="marks">Of different people, in any order.</param>
    /// <returns>Credit from 0 to 1; null while another mark is needed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A mark is not on the scale.</exception>
    public static double? Credit(IReadOnlyCollection<int> marks)
    {
        List<int> sorted = [.. marks.Order()];
        if (sorted.Exists(m => m is < Lowest or > Highest))
        {
            throw new ArgumentOutOfRangeException(nameof(marks), $"A mark lies from {Lowest} to {Highest}.");
        }

        return NeedsAnother(sorted) ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2d / Highest;
    }

    public static bool NeedsAnother(IReadOnlyCollection<int> marks) =>
        marks.Count < Markers || (marks.Count == Markers && marks.Max() - marks.Min() >= TooFarApart);
}
