namespace EqAssess.Domain.Statistics.Responding;

/// <summary>
/// Whether time is what a form measures (Swineford 1956): it is not where at least 80 % of the persons reached the last item and all of them
/// three quarters of the items.
/// </summary>
/// <remarks>People with extra time are left out by the caller: the rule is about the limit that everybody has.</remarks>
/// <param name="ReachedLast">Share of the persons who reached the last item.</param>
/// <param name="ReachedThreeQuarters">Share of the persons who reached at least 75 % of the items.</param>
public sealed record Speededness(Estimate ReachedLast, Estimate ReachedThreeQuarters)
{
    public const double LeastLast = .80;
    private const double Part = .75;

    /// <summary>Null where nobody took the form.</summary>
    public bool? IsSpeeded => ReachedLast.OrNull is double last && ReachedThreeQuarters.OrNull is double part ? last < LeastLast || part < 1 : null;

    /// <param name="reached">Per person the number of the farthest item that was on screen, 0 for none.</param>
    /// <param name="items">Items of the form, at least 1.</param>
    public static Speededness Of(IReadOnlyList<int> reached, int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        return reached.Count == 0
            ? new Speededness(NoEstimate.InsufficientData, NoEstimate.InsufficientData)
            : new Speededness(Share(reached, items), Share(reached, Part * items));
    }

    private static double Share(IReadOnlyList<int> reached, double least) => (double)reached.Count(r => r >= least) / reached.Count;
}
