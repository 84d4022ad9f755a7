using EqAssess.Data;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Pdf;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Draws the PDFs of stored reports. What is due is a query, so nothing is lost with the process.</summary>
public sealed partial class ReportDrawing(EqAssessDb db, IPdfEngine pdf, ReportSeals seals, TimeProvider time, ILogger<ReportDrawing> logger)
{
    /// <summary>Tries after which a report counts as not drawn.</summary>
    public const int MostFailures = 5;

    /// <summary>Those that somebody waits for in front of a page come before those of a batch. Who withdrew gets no paper.</summary>
    public async Task<IReadOnlyList<Guid>> DueAsync(int most, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.Now;
        IQueryable<Guid> withdrawn =
            from run in db.ScoreRuns
            join attempt in db.Attempts on run.AttemptId equals attempt.Id
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            where invitation.WithdrawnAt != null
            select run.Id;
        return await db.Reports
            .Where(r => r.DrawnAt == null && r.Failures < MostFailures && (r.NextTryAt == null || r.NextTryAt <= now)
                && !withdrawn.Contains(r.ScoreRunId) && !db.ReportSubjects.Any(s => s.ReportId == r.Id && withdrawn.Contains(s.ScoreRunId)))
            .OrderBy(r => db.ReportBatchItems.Any(i => i.ReportId == r.Id)).ThenBy(r => r.RequestedAt)
            .Select(r => r.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <returns>Whether the PDF was drawn.</returns>
    public async Task<bool> DrawAsync(Guid report, CancellationToken cancellationToken)
    {
        // Gone since it was found: its person was erased.
        if (await db.Reports.SingleOrDefaultAsync(r => r.Id == report, cancellationToken) is not { } row)
        {
            return false;
        }

        try
        {
            ReportDocument document = CanonicalReport.Read(row.Document);
            row.Pdf = await pdf.DrawAsync(document, await seals.PaperAsync(row, document.Language, cancellationToken), cancellationToken);
            row.DrawnAt = time.Now;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            row.Failures++;
            row.NextTryAt = time.Now.AddSeconds(10 * Math.Pow(2, row.Failures));
            Log.NotDrawn(logger, failure, report, row.Failures);
        }

        return await SaveAsync(row) && row.DrawnAt is not null;
    }

    private async Task<bool> SaveAsync(ReportRow row)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Erased while it was drawn: the paper goes nowhere.
            return false;
        }
        finally
        {
            db.Entry(row).State = EntityState.Detached;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Report {Report} could not be drawn, for the {Count}. time.")]
        public static partial void NotDrawn(ILogger logger, Exception failure, Guid report, int count);
    }
}
