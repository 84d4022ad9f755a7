using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>All that staff need to decide about one application: the score with its error, what people wrote and said, and what was decided.</summary>
public sealed class CaseService(
    EqAssessDb db, ResultsService results, CampaignPlans plans, BankLibrary banks, DecisionRecord record, AnswerPatterns patterns, CaseNotes notes, InterviewScores interviews)
{
    /// <param name="mayGive">Whether the reader could give interview scores.</param>
    /// <returns>Null for somebody who is not in the campaign, was taken back, or withdrew.</returns>
    public async Task<ApplicationCase?> FindAsync(CampaignRow campaign, Guid invitation, Guid reader, bool mayGive, CancellationToken cancellationToken)
    {
        if ((await results.RowsAsync(campaign, [invitation], reader, cancellationToken)).SingleOrDefault() is not { } row)
        {
            return null;
        }

        ScoringPlan plan = await plans.OfAsync(campaign, cancellationToken);
        return new ApplicationCase(
            row,
            results.HiddenBecause(campaign, plan),
            await DomainsAsync(campaign, cancellationToken),
            row.Attempt is Guid attempt ? (await patterns.OfAsync([attempt], cancellationToken)).GetValueOrDefault(attempt, PatternFinding.Ordinary) : PatternFinding.Ordinary,
            await patterns.PeopleAsync(campaign.FormVersionId, cancellationToken),
            await record.OfAsync(invitation, cancellationToken),
            [.. (await notes.OfAsync([invitation], cancellationToken))[invitation]],
            (await interviews.OfAsync([invitation], reader, mayGive, cancellationToken))[invitation],
            await db.CandidateRequests.AsNoTracking().Where(r => r.InvitationId == invitation && r.Kind == CandidateRequestKind.LookAgain)
                .OrderByDescending(r => r.AskedAt).ToListAsync(cancellationToken));
    }

    /// <summary>Domains of the campaign's bank, in its order.</summary>
    public async Task<IReadOnlyList<BankDomain>> DomainsAsync(CampaignRow campaign, CancellationToken cancellationToken)
    {
        Guid bank = await db.FormVersions.Where(f => f.Id == campaign.FormVersionId).Select(f => f.BankId).SingleAsync(cancellationToken);
        return (await banks.HeadAsync(bank, cancellationToken)).Domains;
    }
}

/// <param name="Requests">That a person looks again, newest first.</param>
public sealed record ApplicationCase(
    ResultRow Row,
    ScoresHidden? Hidden,
    IReadOnlyList<BankDomain> Domains,
    PatternFinding Pattern,
    int PeopleOnForm,
    IReadOnlyList<RecordedDecision> Decisions,
    IReadOnlyList<WrittenNote> Notes,
    InterviewView Interview,
    IReadOnlyList<CandidateRequest> Requests)
{
    /// <summary>Number of the last entry of the record; 0 for none.</summary>
    public int Seen => Row.Decision?.Number ?? 0;

    /// <summary>Each domain beside the person's others; empty without a score.</summary>
    public IReadOnlyList<DomainStanding> Standings => Row.Score is Score score ? ReportedStandings.Of(score.Sheet, score.Plan) : [];

    public string TitleOf(string domain) => Domains.FirstOrDefault(d => d.Code == domain)?.Title ?? domain;
}
