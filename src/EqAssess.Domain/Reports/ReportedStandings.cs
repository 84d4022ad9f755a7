using EqAssess.Domain.Scoring;

namespace EqAssess.Domain.Reports;

internal static class ReportedStandings
{
    /// <summary>The domains beside each other. What is too weak for a score is too weak for a word about a domain, and for a follow-up.</summary>
    public static IReadOnlyList<DomainStanding> Standings(this ReportInput input)
    {
        IReadOnlyList<DomainStanding> standings = DomainProfile.Of(input.Sheet, input.Plan);
        return OverallScore.Of(input.Sheet, input.Plan) is OverallScore.Shown
            ? standings
            : [.. standings.Select(s => new DomainStanding(s.Domain, Standing.NotComparable, null, null))];
    }
}
