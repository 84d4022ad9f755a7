using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Manual;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services.Manual;

internal sealed class PurposeChapter(EqAssessDb db) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken) => Purpose.Of(
        new PurposeFacts(
            subject.Bank.Title,
            subject.Row.Title,
            subject.Row.Number,
            subject.Row.PublishedAt.Day(),
            subject.Bank.Language,
            subject.Plan.Items.Count,
            (int)subject.Form.TimeLimit.TotalMinutes,
            await db.Campaigns.CountAsync(c => c.FormVersionId == subject.Id && !c.Demonstration, cancellationToken),
            subject.Plan.KeyStatus),
        subject.Words);
}

internal sealed class ContentChapter : ManualChapter
{
    public override Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        var counting = subject.Form.Items.Where(i => !i.Pretest).Select(i => i.Content).ToList();
        return Task.FromResult(Content.Of(
            new ContentFacts(
                [.. subject.Bank.Domains.Select(d => DomainOf(d, counting))],
                subject.Row.Blueprint is string blueprint ? System.Text.Json.JsonSerializer.Deserialize<Blueprint>(blueprint)?.Id : null,
                [.. counting.CountBy(i => i.Format).Select(f => new CodeCount(f.Key, f.Value))],
                [.. counting.CountBy(i => i.Channel).Select(c => new CodeCount($"{c.Key}", c.Value))],
                subject.Form.Items.Count(i => i.Pretest),
                FormOrders.Worst(subject.Form, subject.Plan).Share),
            subject.Words));
    }

    private static ContentDomain DomainOf(BankDomain domain, List<Item> counting)
    {
        Facet[] facets = [.. domain.Facets.Where(f => counting.Any(i => i.Facet == f.Code))];
        return new ContentDomain(domain.Title, counting.Count(i => facets.Any(f => f.Code == i.Facet)), [.. facets.Select(f => f.Title)]);
    }
}

internal sealed class DevelopmentChapter(EqAssessDb db) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> items = subject.Form.ItemVersions;
        var steps = await db.ItemVersionEvents.Where(e => items.Contains(e.ItemVersionId)).Select(e => new { e.ItemVersionId, e.Step }).Distinct().ToListAsync(cancellationToken);
        int With(ItemStep step) => steps.Where(s => s.Step == step).DistinctBy(s => s.ItemVersionId).Count();
        return Development.Of(new DevelopmentFacts(items.Count, With(ItemStep.Imported), With(ItemStep.Approved), With(ItemStep.Returned)), subject.Words);
    }
}

internal sealed class ChangesChapter(EqAssessDb db) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        var forms = await db.FormVersions.Where(f => f.BankId == subject.Row.BankId && f.Title == subject.Row.Title)
            .Select(f => new { f.PublishedAt, f.Number }).ToListAsync(cancellationToken);
        var plans = await (
            from plan in db.ScoringPlans
            join key in db.KeyVersions on plan.KeyVersionId equals key.Id
            where plan.FormVersionId == subject.Id
            select new
            {
                plan.CreatedAt,
                plan.Number,
                key.Label,
                Kind = plan.CampaignId == null ? ManualChange.Plan
                    // Approval writes both rows with one instant.
                    : db.Rescorings.Any(r => r.CampaignId == plan.CampaignId && r.State == RescoringState.Approved && r.DecidedAt == plan.CreatedAt) ? ManualChange.Rescoring
                    : ManualChange.ShorterPlan,
            }).ToListAsync(cancellationToken);
        IEnumerable<(DateTimeOffset At, ChangeFacts Facts)> all =
        [
            .. forms.Select(f => (f.PublishedAt, new ChangeFacts(f.PublishedAt.Day(), ManualChange.Form, f.Number, ""))),
            .. plans.Select(p => (p.CreatedAt, new ChangeFacts(p.CreatedAt.Day(), p.Kind, p.Number, p.Label))),
        ];
        return Changes.Of([.. all.OrderBy(c => c.At).ThenBy(c => c.Facts.Kind).Select(c => c.Facts)], subject.Words);
    }
}

internal sealed class LimitsChapter : ManualChapter
{
    public override Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        ScaleStatistics? total = subject.Plan.Scales.FirstOrDefault(s => s.Scale == ScoringPlan.Total);
        return Task.FromResult(LimitsOfUse.Of(subject.Plan.KeyStatus, total?.Reliability, total?.Basis == EstimateBasis.Assumed, subject.Words));
    }
}
