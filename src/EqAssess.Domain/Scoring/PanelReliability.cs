using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>How well the judges of a panel agree: ICC(2,k) of options by judges.</summary>
public static class PanelReliability
{
    /// <param name="options">One row for each option, one rating for each judge, in the same order.</param>
    public static BoundedEstimate Of(IEnumerable<IReadOnlyList<int>> options) =>
        IntraclassCorrelation.Of([.. options.Select(ratings => ratings.Select(r => (double)r).ToArray())]).AgreementOfMean;

    /// <summary>Why nothing can rest on these judges; null where their agreement is above nought.</summary>
    public static string? NoneBecause(BoundedEstimate reliability) => reliability.Value.OrNull switch
    {
        null => "the agreement of the judges, ICC(2,k), cannot be reckoned",
        <= 0 and double icc => $"the judges do not agree: ICC(2,k) is {Numbers.Decimals(icc)} and must be above 0",
        _ => null,
    };
}
