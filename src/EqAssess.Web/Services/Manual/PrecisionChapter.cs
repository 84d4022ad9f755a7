using EqAssess.Data;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Manual;
using EqAssess.Domain.Scoring;
using EqAssess.Domain.Statistics.Validity;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
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

/// <summary>Norm groups that campaigns may choose.</summary>
internal sealed class NormsChapter(NormLibrary norms, EstimateService estimates) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        IEnumerable<NormListed> published = (await norms.ListAsync(cancellationToken)).Where(n => n.Row.FormVersionId == subject.Id && n is { Published: not null, Withdrawn: null });
        return NormsAndValidity.NormsOf(
            [.. published.Select(n => new NormFacts($"{n.Row.Title} {n.Row.Number}", n.Row.Persons, n.Row.CollectedFrom, n.Row.CollectedTo, n.Row.Description))],
            await estimates.ValidAttemptsAsync(subject.Id, cancellationToken),
            subject.Words);
    }
}

internal sealed class ValidityChapter(ValidityTables tables, StaffWords names) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        ValidityTable? table = await tables.OfAsync(subject.Id, new Dictionary<OutcomeMeasure, double>(), cancellationToken);
        return NormsAndValidity.ValidityOf(
            [
                .. (table?.Rows ?? []).Select(r => new OutcomeFacts(
                    names[$"OutcomeMeasure.{r.Measure}"], r.Study.Persons, r.Study.Correlation, r.Study.Lower, r.Study.Upper, r.ExpiresOn)),
            ],
            subject.Words);
    }
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
