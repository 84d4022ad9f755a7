using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Codes by which papers are checked: how one is made, and what anybody is told who types it in.</summary>
public sealed class ReportSeals(EqAssessDb db, SupersededScores superseded, SiteAddress site, TimeProvider time)
{
    internal static ReportSeal Of(ReportRow report) => new()
    {
        Code = ReceiptCodes.Mint(),
        ReportId = report.Id,
        Kind = report.Kind,
        IssuedAt = report.RequestedAt,
        Digest = report.Digest,
    };

    /// <returns>Null for a report from before there were codes.</returns>
    public async Task<SealedPaper?> PaperAsync(ReportRow report, string language, CancellationToken cancellationToken) =>
        await db.ReportSeals.Where(s => s.ReportId == report.Id).Select(s => s.Code).SingleOrDefaultAsync(cancellationToken) is string code
            ? new SealedPaper(code, $"{site.Url}/verify/{code}", report.Digest, language)
            : null;

    /// <summary>What a paper is worth today. It says no name and no score.</summary>
    public async Task<SealCheck> CheckAsync(string? typed, CancellationToken cancellationToken)
    {
        string? code = ReceiptCodes.Read(typed);
        ReportSeal? seal = await db.ReportSeals.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellationToken);
        if (seal is null)
        {
            return new SealCheck.Unknown();
        }

        var report = await db.Reports.Where(r => r.Id == seal.ReportId).Select(r => new { r.ScoreRunId, r.DrawnAt }).SingleOrDefaultAsync(cancellationToken);
        if (report is null || seal.Digest is null || seal.WithdrawnAt is not null)
        {
            return new SealCheck.Withdrawn(seal.Kind);
        }

        List<Guid> runs = [report.ScoreRunId, .. await db.ReportSubjects.Where(s => s.ReportId == seal.ReportId).Select(s => s.ScoreRunId).ToListAsync(cancellationToken)];
        if (await AnyGoneAsync(runs, cancellationToken))
        {
            return new SealCheck.Withdrawn(seal.Kind);
        }

        Superseded? rescored = await superseded.OfRunsAsync(runs, cancellationToken);
        return new SealCheck.Genuine(seal.Kind, seal.Code, report.DrawnAt ?? seal.IssuedAt, seal.Digest, rescored is not null || await AnyNewerAsync(runs, cancellationToken))
        {
            Rescored = rescored,
        };
    }

    /// <summary>
    /// Removes the reports of somebody who is erased, comparisons with others among them, in the caller's transaction. Their papers are known as
    /// withdrawn from now on, and nothing ties their code to a content any more.
    /// </summary>
    internal async Task RemoveReportsAsync(List<Guid> runs, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        List<Guid> gone = await db.Reports
            .Where(r => runs.Contains(r.ScoreRunId) || db.ReportSubjects.Any(s => s.ReportId == r.Id && runs.Contains(s.ScoreRunId)))
            .Select(r => r.Id).ToListAsync(cancellationToken);
        await db.ReportSeals.Where(s => gone.Contains(s.ReportId))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Digest, (string?)null).SetProperty(r => r.WithdrawnAt, now), cancellationToken);
        await db.ReportSubjects.Where(s => gone.Contains(s.ReportId)).ExecuteDeleteAsync(cancellationToken);
        await db.Reports.Where(r => gone.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> AnyGoneAsync(List<Guid> runs, CancellationToken cancellationToken) => await (
        from run in db.ScoreRuns
        join attempt in db.Attempts on run.AttemptId equals attempt.Id
        join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
        where runs.Contains(run.Id) && (invitation.WithdrawnAt != null || invitation.RevokedAt != null)
        select run.Id).AnyAsync(cancellationToken);

    /// <summary>Whether one of the runs does not stand in its campaign any more, because another one does: under its pinned plan, or the newest.</summary>
    private async Task<bool> AnyNewerAsync(List<Guid> runs, CancellationToken cancellationToken) => await (
        from run in db.ScoreRuns
        join plan in db.ScoringPlans on run.PlanId equals plan.Id
        join attempt in db.Attempts on run.AttemptId equals attempt.Id
        join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
        join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
        where runs.Contains(run.Id)
        where (campaign.PlanId != null && campaign.PlanId != run.PlanId && db.ScoreRuns.Any(o => o.AttemptId == attempt.Id && o.PlanId == campaign.PlanId))
            || (campaign.PlanId == null && db.Shown().Any(o => o.AttemptId == attempt.Id && db.ScoringPlans.Any(p => p.Id == o.PlanId && p.Number > plan.Number)))
        select run.Id).AnyAsync(cancellationToken);
}

/// <summary>What the page says that checks papers.</summary>
public abstract record SealCheck
{
    private SealCheck()
    {
    }

    /// <summary>No paper has this code.</summary>
    public sealed record Unknown : SealCheck;

    /// <summary>The candidate withdrew or was erased: the paper is not to be used any more.</summary>
    public sealed record Withdrawn(ReportKind Kind) : SealCheck;

    /// <param name="Digest">SHA-256 of the canonical document, to compare with the printed one.</param>
    /// <param name="Superseded">The score was computed anew since, so that there is a newer report.</param>
    public sealed record Genuine(ReportKind Kind, string Code, DateTimeOffset DrawnAt, string Digest, bool Superseded) : SealCheck
    {
        /// <summary>When and why, where people put the campaign on another key or plan.</summary>
        public Superseded? Rescored { get; init; }
    }
}
