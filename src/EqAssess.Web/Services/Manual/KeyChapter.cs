using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Manual;
using EqAssess.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services.Manual;

internal sealed class KeyChapter(EqAssessDb db) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        ScoringPlan plan = subject.Plan;
        KeyVersionRow row = await db.KeyVersions.AsNoTracking().SingleAsync(k => k.Id == plan.KeyVersionId, cancellationToken);
        return KeyOfTest.Of(
            new KeyFacts(
                plan.KeyVersion,
                plan.KeyStatus,
                plan.KeySource.Trim(),
                row.CreatedAt.Day(),
                [.. plan.Items.CountBy(i => plan.MethodOf(i).Code).Select(m => new CodeCount(m.Key, m.Value))],
                plan.Missing,
                plan.Items.Sum(i => i.ScoredOptions().Count()),
                plan.Items.Sum(i => i.DroppedOptions().Count()),
                PanelOf(KeyJson.Read(row.Content), plan)),
            subject.Words);
    }

    private static PanelFacts? PanelOf(Key key, ScoringPlan plan) => key.Panel is not { } panel ? null : new PanelFacts(
        panel.Judges.Count,
        panel.Judges.Select(j => j.Role).Distinct().Count(),
        panel.ClosedOn,
        PanelReliability.Of(plan.Items.SelectMany(i => i.Options).Select(o => o.Ratings).OfType<IReadOnlyList<int>>()).Value.OrNull,
        key.Status == KeyStatus.Simulated);
}
