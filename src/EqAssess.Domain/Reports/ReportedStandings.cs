using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports;

/// <summary>The domains beside each other. What is too weak for a score is too weak for a word about a domain, and for a follow-up.</summary>
public static class ReportedStandings
{
    public static IReadOnlyList<DomainStanding> Standings(this ReportInput input) => Of(input.Sheet, input.Plan);

    /// <returns>One per domain of the sheet, in its order; none is comparable where the whole score is not shown.</returns>
    public static IReadOnlyList<DomainStanding> Of(ScoreSheet sheet, ScoringPlan plan)
    {
        IReadOnlyList<DomainStanding> standings = DomainProfile.Of(sheet, plan);
        return OverallScore.Of(sheet, plan) is OverallScore.Shown
            ? standings
            : [.. standings.Select(s => new DomainStanding(s.Domain, Standing.NotComparable, null, null))];
    }
}
