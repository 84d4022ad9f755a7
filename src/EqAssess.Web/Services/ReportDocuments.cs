using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Documents;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Composes reports from score runs. Reading changes nothing.</summary>
public sealed class ReportDocuments(
    EqAssessDb db, BankLibrary banks, EstimateService estimates, ResultsService results, ReportedRuns runs, SupersededScores superseded, CampaignNorms norms, TimeProvider time)
{
    /// <param name="kind">Of one person and for staff: not a comparison, and not a candidate's feedback.</param>
    /// <param name="staff">Who reads; null for a job.</param>
    /// <returns>Null when there is no such score run, or when its candidate withdrew or was erased.</returns>
    public async Task<ComposedReport?> ComposeAsync(Guid scoreRun, ReportKind kind, Guid? staff, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync([scoreRun], staff, cancellationToken) is not [ReportedRun run])
        {
            return null;
        }

        Bank bank = await banks.HeadAsync(run.Form.BankId, cancellationToken);
        ReportInput input = new(
            run.Name,
            run.Campaign.JobTitle,
            bank.Title,
            run.Form.Title,
            $"{run.Form.Number}",
            run.Sheet,
            run.Plan,
            bank.Domains,
            ChanceScore.Percent(run.Plan),
            await estimates.ValidAttemptsAsync(run.Form.Id, cancellationToken),
            run.Simulated,
            Today(run.Campaign),
            bank.Language,
            ReportWordsSource.In(Languages.CultureOf(bank.Language)))
        {
            Norms = await norms.OfAsync(run.Campaign, run.Plan, cancellationToken),
        };
        ReportDocument document = kind switch
        {
            ReportKind.Recruiter => ReportComposer.Compose(input),
            ReportKind.InterviewGuide => InterviewGuide.Compose(input),
            ReportKind.Development => DevelopmentPlan.Compose(input),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a report about one person for staff."),
        };
        return new ComposedReport([scoreRun], run.Campaign, run.Name, document, results.HiddenBecause(run.Campaign, run.Plan))
        {
            Invitation = run.Invitation,
            NewerRun = await NewerAsync(run, cancellationToken),
            Superseded = await superseded.OfPlanAsync(run.Campaign.Id, run.Plan.Id, cancellationToken),
            AwaitsShortlist = kind == ReportKind.Development && !await IsShortlistedAsync(run.Invitation, cancellationToken),
        };
    }

    /// <summary>Two to eight people of one campaign, in the order of their score runs here.</summary>
    /// <returns>Null when they are fewer or more, not all there, or of several campaigns.</returns>
    public async Task<ComposedReport?> CompareAsync(Guid campaign, IReadOnlyList<Guid> scoreRuns, Guid? staff, CancellationToken cancellationToken)
    {
        if (scoreRuns.Count is < PeopleComparison.Fewest or > PeopleComparison.Most || scoreRuns.Distinct().Count() != scoreRuns.Count)
        {
            return null;
        }

        IReadOnlyList<ReportedRun> people = await runs.FindAsync(scoreRuns, staff, cancellationToken);
        if (people.Count != scoreRuns.Count || people.Any(p => p.Campaign.Id != campaign))
        {
            return null;
        }

        ReportedRun first = people[0];
        Bank bank = await banks.HeadAsync(first.Form.BankId, cancellationToken);
        PeopleComparison comparison = PeopleComparison.Of([.. people.Select(p => new PersonToCompare(p.Name, p.Form.Id, p.Sheet, p.Plan, p.Simulated))]);
        ReportDocument document = ComparisonReport.Compose(new ComparisonInput(
            comparison,
            first.Campaign.JobTitle,
            bank.Title,
            first.Form.Title,
            $"{first.Form.Number}",
            first.Plan,
            bank.Domains,
            ChanceScore.Percent(first.Plan),
            Today(first.Campaign),
            bank.Language,
            ReportWordsSource.In(Languages.CultureOf(bank.Language))));
        return new ComposedReport(scoreRuns, first.Campaign, document.Title, document, results.HiddenBecause(first.Campaign, first.Plan));
    }

    /// <summary>By the decision that stands.</summary>
    private async Task<bool> IsShortlistedAsync(Guid invitation, CancellationToken cancellationToken) =>
        await db.Decisions.Where(d => d.InvitationId == invitation).OrderByDescending(d => d.Number).Select(d => (DecisionOutcome?)d.Outcome)
            .FirstOrDefaultAsync(cancellationToken) == DecisionOutcome.Shortlist;

    /// <summary>The run that stands in the campaign now, where this one does not any more.</summary>
    private async Task<Guid?> NewerAsync(ReportedRun run, CancellationToken cancellationToken)
    {
        Guid? shown = run.Campaign.PlanId is Guid pinned && run.Form.Id == run.Campaign.FormVersionId
            ? pinned
            : await db.ScoringPlans.Where(p => p.FormVersionId == run.Form.Id && (p.CampaignId == null || p.CampaignId == run.Campaign.Id)).OrderByDescending(p => p.Number).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellationToken);
        return shown == run.Plan.Id
            ? null
            : await db.Shown().Where(r => r.AttemptId == run.Attempt && r.PlanId == shown).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellationToken);
    }

    private DateOnly Today(CampaignRow campaign) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.Now, TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone)).DateTime);
}

/// <param name="ScoreRuns">What it is about; one, but for a comparison.</param>
/// <param name="Candidate">As shown to the reader; of a comparison its title.</param>
/// <param name="Hidden">Why no hiring view may show it; null where one may.</param>
public sealed record ComposedReport(IReadOnlyList<Guid> ScoreRuns, CampaignRow Campaign, string Candidate, ReportDocument Document, ScoresHidden? Hidden)
{
    public Guid ScoreRun => ScoreRuns[0];

    /// <summary>Whose it is; null for a comparison.</summary>
    public Guid? Invitation { get; init; }

    /// <summary>The run that counts now, where the attempt was scored anew since; null where this one counts.</summary>
    public Guid? NewerRun { get; init; }

    /// <summary>When and why the score stopped to count; null where nobody put the campaign on another plan.</summary>
    public Superseded? Superseded { get; init; }

    /// <summary>Whether it is the report to use.</summary>
    public bool Counts => NewerRun is null && Superseded is null;

    /// <summary>A development plan of somebody who is not shortlisted: a plan for a job presumes a decision about it.</summary>
    public bool AwaitsShortlist { get; init; }

    /// <summary>Whether it is handed out.</summary>
    public bool IsOpen => Hidden is null && !AwaitsShortlist;

    public string Canonical { get; } = CanonicalReport.Write(Document);
}
