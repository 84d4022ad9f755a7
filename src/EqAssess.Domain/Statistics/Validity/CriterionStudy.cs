namespace EqAssess.Domain.Statistics.Validity;

/// <summary>How scores go together with one later outcome.</summary>
/// <param name="Persons">With a score and an outcome.</param>
/// <param name="Correlation">Pearson's r, uncorrected; of an outcome of 0 and 1 the point-biserial. Insufficient data below <see cref="FewestPersons"/>.</param>
/// <param name="Lower">95 % limit by Fisher's z.</param>
/// <param name="RangeRatio">u: SD of the scores of all valid first attempts / SD of those with an outcome.</param>
/// <param name="ForRange">r as it might be among all who took the test.</param>
/// <param name="ForCriterion">r as it might be with an outcome measured without error; insufficient data where nobody said how reliable it is.</param>
public sealed record CriterionStudy(
    int Persons, Estimate Correlation, Estimate Lower, Estimate Upper, Estimate RangeRatio, Estimate ForRange, Estimate ForCriterion)
{
    /// <summary>Below it no number is shown: the limits would span most of what is possible.</summary>
    public const int FewestPersons = 50;

    /// <summary>From it on the number stands without the word "provisional".</summary>
    public const int Enough = 100;

    /// <summary>Jobs, people and the test change: evidence is to be gathered anew after so many years.</summary>
    public const int YearsUntilExpiry = 5;

    public bool IsProvisional => Persons < Enough;

    /// <summary>The day from which the evidence is not to be quoted any more.</summary>
    /// <param name="lastMeasured">Day of the newest outcome.</param>
    public static DateOnly ExpiresOn(DateOnly lastMeasured) => lastMeasured.AddYears(YearsUntilExpiry);

    /// <param name="scores">One per person with an outcome.</param>
    /// <param name="outcomes">In the order of the scores.</param>
    /// <param name="everybody">Scores of all valid first attempts, those with an outcome among them.</param>
    /// <param name="criterionReliability">Of the outcome, above 0 and at most 1; null where nobody said.</param>
    public static CriterionStudy Of(IReadOnlyList<double> scores, IReadOnlyList<double> outcomes, IReadOnlyList<double> everybody, double? criterionReliability = null)
    {
        Estimate r = scores.Count < FewestPersons ? NoEstimate.InsufficientData : Pearson.Correlation(scores, outcomes);
        if (r.OrNull is not double observed)
        {
            return new CriterionStudy(scores.Count, r, r, r, r, r, r);
        }

        (Estimate lower, Estimate upper) = CorrelationLimits.Of(observed, scores.Count);
        Estimate ratio = Descriptive.StandardDeviation(everybody).OrNull is double all && Descriptive.StandardDeviation(scores).OrNull is double chosen and > 0
            ? all / chosen
            : NoEstimate.ZeroVariance;
        return new CriterionStudy(
            scores.Count,
            r,
            lower,
            upper,
            ratio,
            ratio.OrNull is double u ? CorrectedCorrelation.ForRange(observed, u) : ratio,
            criterionReliability is double known ? CorrectedCorrelation.ForCriterion(observed, known) : NoEstimate.InsufficientData);
    }
}
