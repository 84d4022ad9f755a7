using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;

namespace EqAssess.Web.Services;

/// <summary>Two to eight people of a campaign side by side, with what people wrote and said of them beside the test score.</summary>
public sealed class ComparisonService(ResultsService results, CampaignPlans plans, AnswerPatterns patterns, CaseNotes notes, InterviewScores interviews)
{
    /// <param name="chosen">Invitations in the order in which they stand side by side; more than eight, and people who are not there any more, are left out.</param>
    /// <param name="mayGive">Whether the reader could give interview scores.</param>
    public async Task<Comparison> OfAsync(CampaignRow campaign, IReadOnlyList<Guid> chosen, Guid reader, bool mayGive, CancellationToken cancellationToken)
    {
        IReadOnlyList<ResultRow> rows = await results.RowsAsync(campaign, [.. chosen.Distinct().Take(PeopleComparison.Most)], reader, cancellationToken);
        ScoringPlan plan = await plans.OfAsync(campaign, cancellationToken);
        List<ResultRow> scored = [.. rows.Where(r => r.Score is not null)];
        PeopleComparison? compared = scored.Count < PeopleComparison.Fewest ? null : PeopleComparison.Of(
            [.. scored.Select(r => new PersonToCompare(r.Name, r.Score!.By.FormVersion, r.Score.Sheet, r.Score.Plan, r.Simulated))]);
        List<Guid> invitations = [.. rows.Select(r => r.Invitation)];
        return new Comparison(
            rows,
            scored,
            compared,
            plan,
            results.HiddenBecause(campaign, plan),
            await patterns.OfAsync([.. rows.Select(r => r.Attempt).OfType<Guid>()], cancellationToken),
            await patterns.PeopleAsync(campaign.FormVersionId, cancellationToken),
            await notes.OfAsync(invitations, cancellationToken),
            await interviews.OfAsync(invitations, reader, mayGive, cancellationToken));
    }
}

/// <param name="Scored">Of <paramref name="Rows"/>, in step with the people of <paramref name="Compared"/>.</param>
/// <param name="Compared">Null where fewer than two of them have a score that may be shown.</param>
/// <param name="Patterns">By attempt.</param>
/// <param name="PeopleOnForm">Behind the base rates of patterns.</param>
/// <param name="Notes">By invitation.</param>
public sealed record Comparison(
    IReadOnlyList<ResultRow> Rows,
    IReadOnlyList<ResultRow> Scored,
    PeopleComparison? Compared,
    ScoringPlan Plan,
    ScoresHidden? Hidden,
    IReadOnlyDictionary<Guid, PatternFinding> Patterns,
    int PeopleOnForm,
    ILookup<Guid, WrittenNote> Notes,
    IReadOnlyDictionary<Guid, InterviewView> Interviews)
{
    public PatternFinding PatternOf(ResultRow row) => row.Attempt is Guid attempt ? Patterns.GetValueOrDefault(attempt, PatternFinding.Ordinary) : PatternFinding.Ordinary;
}
