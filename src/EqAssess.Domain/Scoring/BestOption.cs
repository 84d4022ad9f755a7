namespace EqAssess.Domain.Scoring;

/// <summary>The one option that a key holds the most effective.</summary>
internal static class BestOption
{
    /// <param name="scored">The options that the key has not dropped.</param>
    /// <returns>Its id; null where none stands alone at the top.</returns>
    public static string? Of(IReadOnlyList<KeyedOption> scored)
    {
        if (scored.Count == 0)
        {
            return null;
        }

        double top = scored.Max(o => o.Effectiveness);
        return scored.Count(o => o.Effectiveness == top) == 1 ? scored.First(o => o.Effectiveness == top).Option : null;
    }
}
