using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics;

namespace EqAssess.Domain.Reports;

/// <summary>
/// What a candidate may be told about each domain: one of three words, or nothing. It must help to learn without giving the key away.
/// </summary>
/// <remarks>
/// Why it does not leak the key: the words depend on the band of a domain alone, never on an item or an option, so that two attempts that
/// differ in one item read alike unless a domain changes its band; a domain of fewer than <see cref="LeastItems"/> items gets none; a band
/// needs the 80 % interval about the score to lie on one side of the middle, which is wide; and an invitation has one attempt, so that
/// nobody can try an item out. What is left is less than 1.6 bits for each domain and person.
/// The middle lies half-way between answering at random and the maximum. It is a convention and no standard that anybody has to reach.
/// </remarks>
public static class Feedback
{
    /// <summary>Scored items that a domain needs for a word: of fewer, one answer would show in it.</summary>
    public const int LeastItems = 3;

    /// <summary>Half-width of an 80 % interval in standard errors: the normal quantile of .90.</summary>
    private const double Z80 = 1.2815515655446004;

    /// <returns>One entry per domain of the sheet, in its order. All are without a band where the whole score is too weak to be shown.</returns>
    public static IReadOnlyList<DomainFeedback> Of(ScoreSheet sheet, ScoringPlan plan, IReadOnlyList<BankDomain> domains)
    {
        bool shown = OverallScore.Of(sheet, plan) is OverallScore.Shown && !sheet.Flags.Contains(ScoreFlag.ManyOmissions)
            && !sheet.Flags.Contains(ScoreFlag.ConstantRatings);
        return
        [
            .. sheet.Domains.Select(d => new DomainFeedback(
                d.Scale, domains.Single(known => known.Code == d.Scale).Title, shown ? BandOf(d, sheet.Total.Items, plan) : null)),
        ];
    }

    /// <summary>Under equal error variances of the scenarios, SE = SEM·√(N/n) for n of N scenarios (<see cref="DomainProfile"/>).</summary>
    private static FeedbackBand? BandOf(ScaleScore domain, int allItems, ScoringPlan plan)
    {
        if (domain.Items < LeastItems || domain.Percent is not double percent || plan.TotalStatistics() is not ScaleStatistics total)
        {
            return null;
        }

        double half = Z80 * ErrorOfMeasurement.StandardError(total.StandardDeviation, total.Reliability) * Math.Sqrt((double)allItems / domain.Items);
        double middle = (ChanceScore.Percent(plan, domain.Scale) + 100) / 2;
        return percent - half > middle ? FeedbackBand.OftenAgreed
            : percent + half < middle ? FeedbackBand.SeldomAgreed
            : FeedbackBand.PartlyAgreed;
    }
}

/// <param name="Band">Null where too little is known for a word.</param>
public sealed record DomainFeedback(string Domain, string Title, FeedbackBand? Band);

/// <summary>How far the person's answers agreed with the key in one domain.</summary>
public enum FeedbackBand
{
    SeldomAgreed,

    /// <summary>In between, or too close to tell.</summary>
    PartlyAgreed,
    OftenAgreed,
}
