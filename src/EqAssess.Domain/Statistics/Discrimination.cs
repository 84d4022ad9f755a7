namespace EqAssess.Domain.Statistics;

/// <summary>Discrimination of a part: Pearson r between its score and the sum of all other parts (corrected item–total).</summary>
/// <remarks>From −1 to 1; below .10 a scenario says little about what the others measure. Expected values: R, oracle case 20_default_policy.</remarks>
public static class Discrimination
{
    /// <param name="persons">One row per person, one score per part; complete.</param>
    /// <param name="part">Index of the part, from 0.</param>
    /// <returns>Fewer than three persons or two parts: insufficient data. The part or the rest does not vary: zero variance.</returns>
    public static Estimate Of(IReadOnlyList<IReadOnlyList<double>> persons, int part) =>
        persons.Count == 0 || persons[0].Count < 2
            ? NoEstimate.InsufficientData
            : Pearson.Correlation([.. persons.Select(p => p[part])], [.. persons.Select(p => p.Sum() - p[part])]);
}
