using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Scoring;

/// <summary>
/// Whether two people's scores differ reliably, or why that cannot be asked. Forms are alike by design and not by evidence: as long as
/// they are not linked, 61 on one form says nothing about 58 on another (Kolen &amp; Brennan 2014), and neither do scores by two keys.
/// </summary>
public abstract record ScoreComparison
{
    private ScoreComparison()
    {
    }

    public static ScoreComparison Of(ScoredBy first, ScoredBy second) =>
        first.FormVersion != second.FormVersion ? new Refused(ComparisonRefusal.OtherForm)
        : first.Plan != second.Plan ? new Refused(ComparisonRefusal.OtherPlan)
        : first.Percent is not double one || second.Percent is not double other ? new Refused(ComparisonRefusal.NotScored)
        : new Made(ErrorOfMeasurement.DifferReliably(one, other, ErrorOfMeasurement.StandardErrorOfDifference(first.StandardError, second.StandardError)));

    /// <param name="DifferReliably">Whether they lie 1.96 standard errors of the difference apart, or more.</param>
    public sealed record Made(bool DifferReliably) : ScoreComparison;

    public sealed record Refused(ComparisonRefusal Reason) : ScoreComparison;
}

/// <summary>A score and what it hangs on.</summary>
/// <param name="Percent">0 to 100; null where the attempt was not scored.</param>
/// <param name="StandardError">Of measurement, in points.</param>
public sealed record ScoredBy(Guid FormVersion, Guid Plan, double? Percent, double StandardError);

/// <summary>Why two scores are not compared.</summary>
public enum ComparisonRefusal
{
    /// <summary>They come from different form versions, which are not linked.</summary>
    OtherForm,

    /// <summary>The same form was scored by different plans: another key, method or missing rule.</summary>
    OtherPlan,

    NotScored,

    /// <summary>The error is so large that a mark would tell almost nobody apart (<see cref="ReliableDifference"/>).</summary>
    ErrorTooLarge,
}
