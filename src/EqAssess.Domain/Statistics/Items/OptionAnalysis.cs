namespace EqAssess.Domain.Statistics.Items;

/// <summary>What people chose in an item with one keyed option, and how those who chose it did on the rest of the test.</summary>
/// <remarks>
/// The keyed option earns 1, another or none earns 0; the rest is the sum of all other items. Expected values: base R, oracle case
/// 14_option_analysis.
/// </remarks>
/// <param name="Facility">Share of the persons who chose the keyed option; whoever chose none counts in the whole.</param>
/// <param name="ItemRest">r of the item with the rest.</param>
/// <param name="Omitted">Persons who chose none.</param>
public sealed record OptionAnalysis(int Persons, Estimate Facility, Estimate ItemRest, int Omitted, IReadOnlyList<OptionChoice> Options)
{
    /// <summary>The share of persons who chose none.</summary>
    public double OmitRate => Persons == 0 ? 0 : (double)Omitted / Persons;

    /// <param name="choices">Per item one choice per person; null or "" for none.</param>
    /// <param name="keys">The keyed option of each item.</param>
    /// <param name="offered">The options of each item beside those that someone chose and the keyed one; may be empty.</param>
    public static IReadOnlyList<OptionAnalysis> Of(
        IReadOnlyList<IReadOnlyList<string?>> choices, IReadOnlyList<string> keys, IReadOnlyList<IReadOnlyList<string>>? offered = null)
    {
        var scores = new ScoreTable([.. choices.Zip(keys, (item, key) => item.Select(c => c == key ? 1d : 0d).ToArray())]);
        double[] totals = scores.Totals();
        return [.. choices.Select((item, j) => OfItem(item, keys[j], offered is null ? [] : offered[j], scores.Column(j), totals))];
    }

    private static OptionAnalysis OfItem(
        IReadOnlyList<string?> choices, string key, IReadOnlyList<string> offered, double[] scores, double[] totals)
    {
        double[] rest = [.. totals.Zip(scores, (t, s) => t - s)];
        var who = choices.Index().Where(c => !string.IsNullOrEmpty(c.Item)).ToLookup(c => c.Item!, c => c.Index, StringComparer.Ordinal);
        string[] options = [.. who.Select(w => w.Key).Append(key).Concat(offered).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new OptionAnalysis(
            choices.Count,
            choices.Count == 0 ? NoEstimate.InsufficientData : scores.Sum() / choices.Count,
            Pearson.Correlation(scores, rest),
            choices.Count(string.IsNullOrEmpty),
            [.. options.Select(o => OptionChoice.Of(o, o == key, [.. who[o]], rest))]);
    }
}

/// <param name="Share">Of all persons, also of those who chose none.</param>
/// <param name="PointBiserial">r of "chose it" with the rest. Zero variance where nobody or everybody chose it.</param>
/// <param name="MeanRest">The mean rest of those who chose it. Insufficient data for nobody.</param>
public sealed record OptionChoice(string Option, bool IsKeyed, int Persons, Estimate Share, Estimate PointBiserial, Estimate MeanRest)
{
    internal static OptionChoice Of(string option, bool isKeyed, IReadOnlyList<int> who, double[] rest)
    {
        double[] chose = new double[rest.Length];
        foreach (int person in who)
        {
            chose[person] = 1;
        }

        return new OptionChoice(
            option,
            isKeyed,
            who.Count,
            rest.Length == 0 ? NoEstimate.InsufficientData : (double)who.Count / rest.Length,
            Pearson.Correlation(chose, rest),
            who.Count == 0 ? NoEstimate.InsufficientData : who.Average(i => rest[i]));
    }
}
