using EqAssess.Data;
using EqAssess.Domain.JobRecords;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Reports.Manual;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services.Manual;

/// <summary>Every finished record of the bank.</summary>
internal sealed class JobChapter(EqAssessDb db, JobRecordLibrary records) : ManualChapter
{
    public override async Task<ReportSection> BuildAsync(ManualSubject subject, CancellationToken cancellationToken)
    {
        List<Guid> ids = await db.JobRecords.Where(r => r.BankId == subject.Row.BankId && r.Stage == JobRecordStage.Finished)
            .OrderBy(r => r.FinishedAt).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        var jobs = new List<JobFacts>();
        foreach (Guid id in ids)
        {
            JobRecordContent record = (await records.FindAsync(id, cancellationToken))!;
            jobs.Add(new JobFacts(
                record.Row.JobTitle,
                record.Tasks.Count,
                record.Evidence.Count(e => e.Matters),
                record.Done,
                record.Row.FinishedOn()!.Value,
                [.. record.Bank.Domains.Where(d => record.Linked.Contains(d.Code)).Select(d => d.Title)],
                record.Row.Simulated));
        }

        return JobRelatedness.Of(jobs, subject.Words);
    }
}
