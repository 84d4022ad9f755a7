using EqAssess.Data;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Manual;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EqAssess.Web.Services.Manual;

internal sealed class PrecisionChapter(EqAssessDb db, EstimateService estimates, IOptions<ScoringOptions> options) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken) => Precision.Of(
        new PrecisionFacts(
            await estimates.ValidAttemptsAsync(subject.Id, cancellationToken),
            await db.Attempts.CountAsync(a => a.FormVersionId == subject.Id && a.Simulated, cancellationToken),
            options.Value.AttemptsForEstimates,
            subject.Plan.Scales.FirstOrDefault(s => s.Scale == ScoringPlan.Total),
            [
                .. from domain in subject.Bank.Domains
                   join statistics in subject.Plan.Scales on domain.Code equals statistics.Scale
                   select new DomainPrecision(domain.Title, statistics),
            ],
            ChanceScore.Percent(subject.Plan)),
        subject.Words);
}

/// <summary>Norms are not made yet: the chapter says what they take.</summary>
internal sealed class NormsChapter(EstimateService estimates) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken) =>
        NormsAndValidity.NormsOf(null, await estimates.ValidAttemptsAsync(subject.Id, cancellationToken), subject.Words);
}

/// <summary>Outcomes are not followed up yet: the chapter says what they take.</summary>
internal sealed class ValidityChapter : ManualChapter
{
    public override Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken) =>
        Task.FromResult(NormsAndValidity.ValidityOf([], subject.Words));
}

internal sealed class AdjustmentsChapter(EqAssessDb db) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken) => Adjustments.Of(
        new AdjustmentFacts(
            await db.Attempts.CountAsync(a => a.FormVersionId == subject.Id && !a.Simulated && db.Invitations.Any(i => i.Id == a.InvitationId
                && db.Accommodations.Any(g => g.CandidateId == i.CandidateId)), cancellationToken),
            await db.Attempts.CountAsync(a => a.FormVersionId == subject.Id && !a.Simulated && a.Typed, cancellationToken)),
        subject.Words);
}
