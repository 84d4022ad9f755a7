using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Many reports of a campaign at once: asked for here, turned into reports and drawn by the job, counted on screen.</summary>
public sealed class ReportBatches(EqAssessDb db, ReportDocuments documents, ReportService reports, IJobEngine jobs, TimeProvider time)
{
    private const int RowsInOneCommit = 500;

    /// <param name="invitations">Of the campaign; others, and repetitions, are left out of the batch. Empty: everybody who finished the test.</param>
    /// <returns>The batch; null where nobody is left.</returns>
    public async Task<Guid?> StartAsync(
        Guid campaign, ReportKind kind, IReadOnlyCollection<Guid> invitations, Guid? staff, CancellationToken cancellationToken)
    {
        IQueryable<InvitationRow> wanted = db.Invitations.Where(i => i.CampaignId == campaign && i.RevokedAt == null && i.WithdrawnAt == null);
        wanted = invitations.Count == 0
            ? wanted.Where(i => db.Attempts.Any(a => a.InvitationId == i.Id && a.ClosedAt != null))
            : wanted.Where(i => invitations.Contains(i.Id));

        // In the order that was drawn at random: nobody is to read ranks out of the numbers in the zip.
        List<Guid> people = await wanted.OrderBy(i => i.Draw).ThenBy(i => i.Id).Select(i => i.Id).ToListAsync(cancellationToken);
        if (people.Count == 0)
        {
            return null;
        }

        var batch = new ReportBatch { Id = Guid.CreateVersion7(), CampaignId = campaign, Kind = kind, RequestedAt = time.Now, RequestedBy = staff };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ReportBatches.Add(batch);
        foreach ((int index, Guid[] chunk) in people.Chunk(RowsInOneCommit).Index())
        {
            db.ReportBatchItems.AddRange(chunk.Select((invitation, i) => new ReportBatchItem
            {
                BatchId = batch.Id,
                Position = (index * RowsInOneCommit) + i + 1,
                InvitationId = invitation,
            }));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        await jobs.NudgeAsync<DrawReports>();
        return batch.Id;
    }

    /// <summary>Stores the reports of people whose turn it is. Done before, or by another node at the same time, it changes nothing.</summary>
    /// <returns>How many items were settled: none where nothing waits.</returns>
    public async Task<int> AskAsync(int most, CancellationToken cancellationToken)
    {
        var waiting = await (
            from item in db.ReportBatchItems
            join batch in db.ReportBatches on item.BatchId equals batch.Id
            where item.ReportId == null && item.LeftOut == null
            orderby batch.RequestedAt, item.Position
            select new { item.BatchId, item.Position, item.InvitationId, batch.Kind, batch.RequestedBy }).Take(most).ToListAsync(cancellationToken);
        foreach (var item in waiting)
        {
            (Guid? report, LeftOut? leftOut) = await ReportOfAsync(item.InvitationId, item.Kind, item.RequestedBy, cancellationToken);
            await db.ReportBatchItems.Where(i => i.BatchId == item.BatchId && i.Position == item.Position)
                .ExecuteUpdateAsync(s => s.SetProperty(i => i.ReportId, report).SetProperty(i => i.LeftOut, leftOut), cancellationToken);
        }

        return waiting.Count;
    }

    /// <summary>Those that this member of staff asked for, newest first.</summary>
    public async Task<IReadOnlyList<BatchProgress>> OfAsync(Guid campaign, Guid? staff, int most, CancellationToken cancellationToken) => await (
        from batch in db.ReportBatches
        where batch.CampaignId == campaign && batch.RequestedBy == staff
        orderby batch.RequestedAt descending
        select new BatchProgress(
            batch.Id,
            batch.Kind,
            batch.RequestedAt,
            db.ReportBatchItems.Count(i => i.BatchId == batch.Id),
            db.ReportBatchItems.Count(i => i.BatchId == batch.Id && db.Reports.Any(r => r.Id == i.ReportId && r.DrawnAt != null)),
            db.ReportBatchItems.Count(i => i.BatchId == batch.Id && (i.LeftOut != null
                || (i.ReportId != null && !db.Reports.Any(r => r.Id == i.ReportId && (r.DrawnAt != null || r.Failures < ReportDrawing.MostFailures)))))))
        .Take(most).ToListAsync(cancellationToken);

    private async Task<(Guid? Report, LeftOut? LeftOut)> ReportOfAsync(Guid invitation, ReportKind kind, Guid? staff, CancellationToken cancellationToken)
    {
        // The run that stands in the campaign: under its pinned plan, or the newest.
        Guid? run = await (
            from attempt in db.Attempts
            join i in db.Invitations on attempt.InvitationId equals i.Id
            join campaign in db.Campaigns on i.CampaignId equals campaign.Id
            join r in db.Shown() on attempt.Id equals r.AttemptId
            join plan in db.ScoringPlans on r.PlanId equals plan.Id
            where i.Id == invitation && (campaign.PlanId == null || campaign.PlanId == r.PlanId || campaign.FormVersionId != attempt.FormVersionId)
            orderby plan.Number descending
            select (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
        if (run is null)
        {
            bool there = await db.Invitations.AnyAsync(i => i.Id == invitation && i.WithdrawnAt == null && i.RevokedAt == null, cancellationToken);
            return (null, there ? LeftOut.NotScored : LeftOut.Gone);
        }

        return await documents.ComposeAsync(run.Value, kind, staff, cancellationToken) switch
        {
            null => (null, LeftOut.Gone),
            { Hidden: not null } => (null, LeftOut.Hidden),
            { AwaitsShortlist: true } => (null, LeftOut.NotShortlisted),
            ComposedReport report => (await reports.StoreAsync(report.Document, report.Canonical, report.ScoreRuns, staff, cancellationToken), null),
        };
    }
}

/// <param name="Drawn">Papers that are there.</param>
/// <param name="LeftOut">People without one, for good.</param>
public sealed record BatchProgress(Guid Id, ReportKind Kind, DateTimeOffset RequestedAt, int People, int Drawn, int LeftOut)
{
    public bool Ready => Drawn + LeftOut >= People;
}
