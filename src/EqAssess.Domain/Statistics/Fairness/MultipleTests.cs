namespace EqAssess.Domain.Statistics.Fairness;

/// <summary>p values of many tests at once. Classes rest on single p values; these are for display. Expected values: R's <c>p.adjust</c>.</summary>
public static class MultipleTests
{
    /// <summary>Benjamini &amp; Hochberg (1995): min over larger p of p·m/rank. Flagging those at .05 or below keeps false ones at 5 % of the flags.</summary>
    /// <param name="values">Each 0 to 1.</param>
    /// <returns>In the order given, 0 to 1.</returns>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> values)
    {
        double[] adjusted = new double[values.Count];
        (double least, int rank) = (1, values.Count);
        foreach ((int place, double p) in values.Index().OrderByDescending(v => v.Item))
        {
            least = Math.Min(least, p * values.Count / rank--);
            adjusted[place] = least;
        }

        return adjusted;
    }

    /// <summary>Holm (1979): max over smaller p of p·(m − rank + 1). Keeps any false flag at 5 %.</summary>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> values)
    {
        double[] adjusted = new double[values.Count];
        (double most, int left) = (0, values.Count);
        foreach ((int place, double p) in values.Index().OrderBy(v => v.Item))
        {
            most = Math.Max(most, Math.Min(1, p * left--));
            adjusted[place] = most;
        }

        return adjusted;
    }
}
