namespace EqAssess.Domain.Statistics.Irt;

/// <summary>The scores of one part as categories from 0: half credits, ratings from 1 and unused scores all become 0, 1, 2 …</summary>
/// <param name="Values">The lowest score of each category, rising.</param>
/// <param name="Counts">Persons in each category.</param>
public sealed record ScoreCategories(IReadOnlyList<double> Values, IReadOnlyList<int> Counts)
{
    /// <summary>Persons that a calibrated scoring asks of each category; a thinner one joins its neighbour.</summary>
    public const int FewestForScoring = 10;

    /// <param name="scores">NaN for none.</param>
    /// <param name="fewest">A category with fewer persons is joined with the thinner one of its neighbours, the thinnest first.</param>
    public static ScoreCategories Of(IEnumerable<double> scores, int fewest = 1)
    {
        var found = scores.Where(s => !double.IsNaN(s)).CountBy(s => s).OrderBy(c => c.Key).ToList();
        while (found.Count > 1 && found.Min(c => c.Value) < fewest)
        {
            int thin = found.FindIndex(c => c.Value == found.Min(o => o.Value));
            int other = thin == 0 ? 1 : thin == found.Count - 1 || found[thin - 1].Value <= found[thin + 1].Value ? thin - 1 : thin + 1;
            int first = Math.Min(thin, other);
            found[first] = new(found[first].Key, found[first].Value + found[first + 1].Value);
            found.RemoveAt(first + 1);
        }

        return new ScoreCategories([.. found.Select(c => c.Key)], [.. found.Select(c => c.Value)]);
    }

    /// <summary>The number of a score's category; −1 for NaN.</summary>
    public short Of(double score)
    {
        int category = -1;
        while (!double.IsNaN(score) && category + 1 < Values.Count && Values[category + 1] <= score)
        {
            category++;
        }

        return (short)category;
    }
}
