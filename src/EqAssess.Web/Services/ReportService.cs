using System.Text.Json;
using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Reports;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Engines.Pdf;
using EqAssess.Web.Jobs;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Reports of score runs: composed when looked at, stored when a PDF is asked for, drawn by a job from what was stored.</summary>
public sealed partial class ReportService(
    EqAssessDb db,
    BankLibrary banks,
    EstimateService estimates,
    ResultsService results,
    Identities identities,
    IPdfEngine pdf,
    IJobEngine jobs,
    TimeProvider time,
    ILogger<ReportService> logger)
{
    private const int MostFailures = 5;
    private static readonly TimeSpan PatienceOfOnePage = TimeSpan.FromSeconds(8);

    /// <param name="reader">Member of staff, for the name that they may see.</param>
    /// <returns>Null when there is no such score run, or when its candidate withdrew.</returns>
    public async Task<ComposedReport?> ComposeAsync(Guid scoreRun, Guid? reader, CancellationToken cancellationToken)
    {
        var found = await (
            from run in db.Shown()
            join plan in db.ScoringPlans on run.PlanId equals plan.Id
            join attempt in db.Attempts on run.AttemptId equals attempt.Id
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            join campaign in db.Campaigns on invitation.CampaignId equals campaign.Id
            join form in db.FormVersions on attempt.FormVersionId equals form.Id
            where run.Id == scoreRun && invitation.WithdrawnAt == null
            select new { run.Sheet, Plan = plan.Content, Invitation = invitation.Id, candidate.Simulated, campaign, form }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        string name = (await identities.OfAsync(found.campaign, reader, found.Invitation, cancellationToken))!.Label;
        Bank bank = await banks.HeadAsync(found.form.BankId, cancellationToken);
        ScoringPlan scoringPlan = PlanJson.ReadPlan(found.Plan);
        ReportDocument document = ReportComposer.Compose(new ReportInput(
            name,
            found.campaign.JobTitle,
            bank.Title,
            found.form.Title,
            $"{found.form.Number}",
            PlanJson.ReadSheet(found.Sheet),
            scoringPlan,
            bank.Domains,
            ChanceScore.Percent(scoringPlan),
            await estimates.ValidAttemptsAsync(found.form.Id, cancellationToken),
            found.Simulated,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.Now, TimeZoneInfo.FindSystemTimeZoneById(found.campaign.TimeZone)).DateTime),
            bank.Language,
            ReportWordsSource.In(Languages.CultureOf(bank.Language))));
        return new ComposedReport(scoreRun, found.Invitation, found.campaign, name, document, results.HiddenBecause(found.campaign, scoringPlan));
    }

    /// <summary>Asks for the PDF of exactly this document, and waits a moment for it.</summary>
    public async Task RequestAsync(ComposedReport report, Guid? staff, CancellationToken cancellationToken)
    {
        string document = JsonSerializer.Serialize(report.Document);
        var row = new ReportRow
        {
            Id = Guid.CreateVersion7(),
            ScoreRunId = report.ScoreRun,
            Document = document,
            Digest = Digest.Sha256(document),
            RequestedAt = time.Now,
            RequestedBy = staff,
        };
        db.Reports.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            // Asked for before: the same content is drawn once.
        }

        db.ChangeTracker.Clear();
        await jobs.NudgeAsync<DrawReports>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceOfOnePage);
        try
        {
            while (await FindAsync(report, patience.Token) is { DrawnAt: null })
            {
                await Task.Delay(100, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The page says that it is still being made.
        }
    }

    /// <summary>What became of the PDF of exactly this document, without the file; null before it was asked for.</summary>
    public async Task<ReportState?> FindAsync(ComposedReport report, CancellationToken cancellationToken)
    {
        string digest = Digest.Sha256(JsonSerializer.Serialize(report.Document));
        return await db.Reports.Where(r => r.ScoreRunId == report.ScoreRun && r.Digest == digest)
            .Select(r => new ReportState(r.Id, r.DrawnAt, r.Failures)).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<byte[]?> PdfAsync(Guid report, CancellationToken cancellationToken) =>
        await db.Reports.Where(r => r.Id == report).Select(r => r.Pdf).SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        IQueryable<Guid> withdrawn =
            from run in db.ScoreRuns
            join attempt in db.Attempts on run.AttemptId equals attempt.Id
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            where invitation.WithdrawnAt != null
            select run.Id;
        return await db.Reports.Where(r => !withdrawn.Contains(r.ScoreRunId) && r.DrawnAt == null && r.Failures < MostFailures && (r.NextTryAt == null || r.NextTryAt <= now))
            .OrderBy(r => r.RequestedAt).Select(r => r.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <returns>Whether the PDF was drawn.</returns>
    public async Task<bool> DrawAsync(Guid report, CancellationToken cancellationToken)
    {
        ReportRow row = await db.Reports.SingleAsync(r => r.Id == report, cancellationToken);
        try
        {
            ReportDocument document = JsonSerializer.Deserialize<ReportDocument>(row.Document)
                ?? throw new InvalidOperationException($"Report {report} holds no document.");
            row.Pdf = await pdf.PrintAsync(ReportPage.Html(document), cancellationToken);
            row.DrawnAt = time.Now;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            row.Failures++;
            row.NextTryAt = time.Now.AddSeconds(10 * Math.Pow(2, row.Failures));
            Log.NotDrawn(logger, failure, report, row.Failures);
        }

        await db.SaveChangesAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        return row.DrawnAt is not null;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Report {Report} could not be drawn, for the {Count}. time.")]
        public static partial void NotDrawn(ILogger logger, Exception failure, Guid report, int count);
    }
}

/// <param name="Candidate">The name, or the code in its place.</param>
/// <param name="Hidden">Why no hiring view may show it; null where one may.</param>
public sealed record ComposedReport(Guid ScoreRun, Guid Invitation, CampaignRow Campaign, string Candidate, ReportDocument Document, ScoresHidden? Hidden);

/// <param name="DrawnAt">Null while the PDF is not there.</param>
public sealed record ReportState(Guid Id, DateTimeOffset? DrawnAt, int Failures);
