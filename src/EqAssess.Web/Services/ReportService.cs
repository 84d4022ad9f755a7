using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Databases;
using EqAssess.Data.Tables;
using EqAssess.Domain.Reports;
using EqAssess.Web.Composition;
using EqAssess.Web.Engines.Jobs;
using EqAssess.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>Papers: a report is stored when its PDF is asked for, and <see cref="ReportDrawing"/> draws it from what was stored.</summary>
public sealed class ReportService(EqAssessDb db, IJobEngine jobs, TimeProvider time)
{
    private static readonly TimeSpan PatienceOfOnePage = TimeSpan.FromSeconds(8);

    /// <summary>Asks for the PDF of exactly this document, and waits a moment for it.</summary>
    public async Task RequestAsync(ComposedReport report, Guid? staff, CancellationToken cancellationToken)
    {
        await StoreAsync(report.Document, report.Canonical, report.ScoreRuns, staff, cancellationToken);
        await DrawnAsync(report.ScoreRun, report.Canonical, cancellationToken);
    }

    /// <summary>The same of a paper for the candidate.</summary>
    public async Task RequestAsync(Guid scoreRun, ReportDocument document, string canonical, CancellationToken cancellationToken)
    {
        await StoreAsync(document, canonical, [scoreRun], staff: null, cancellationToken);
        await DrawnAsync(scoreRun, canonical, cancellationToken);
    }

    /// <summary>Stores a report with its code. The same content of the same run is stored, and later drawn, once.</summary>
    /// <returns>The report's id.</returns>
    public async Task<Guid> StoreAsync(ReportDocument document, string canonical, IReadOnlyList<Guid> scoreRuns, Guid? staff, CancellationToken cancellationToken)
    {
        string digest = Digest.Sha256(canonical);
        Guid first = scoreRuns[0];
        if (await IdOfAsync(first, digest, cancellationToken) is Guid stored)
        {
            return stored;
        }

        var row = new ReportRow
        {
            Id = Guid.CreateVersion7(),
            ScoreRunId = first,
            Document = canonical,
            Digest = digest,
            RequestedAt = time.Now,
            RequestedBy = staff,
            Kind = document.Kind,
        };
        db.Reports.Add(row);
        db.ReportSeals.Add(ReportSeals.Of(row));
        db.ReportSubjects.AddRange(scoreRuns.Skip(1).Select(r => new ReportSubject { ReportId = row.Id, ScoreRunId = r }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return row.Id;
        }
        catch (DbUpdateException failure) when (DatabaseEngine.SaysDuplicateKey(failure))
        {
            db.ChangeTracker.Clear();
            return await IdOfAsync(first, digest, cancellationToken) ?? throw new InvalidOperationException("A report was a duplicate and is not there.", failure);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    public Task<ReportState?> FindAsync(ComposedReport report, CancellationToken cancellationToken) =>
        FindAsync(report.ScoreRun, report.Canonical, cancellationToken);

    /// <summary>What became of the PDF of exactly this document, without the file; null before it was asked for.</summary>
    public async Task<ReportState?> FindAsync(Guid scoreRun, string canonical, CancellationToken cancellationToken)
    {
        string digest = Digest.Sha256(canonical);
        return await db.Reports.Where(r => r.ScoreRunId == scoreRun && r.Digest == digest)
            .Select(r => new ReportState(r.Id, r.DrawnAt, r.Failures)).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<byte[]?> PdfAsync(Guid report, CancellationToken cancellationToken) =>
        await db.Reports.Where(r => r.Id == report).Select(r => r.Pdf).SingleOrDefaultAsync(cancellationToken);

    private async Task DrawnAsync(Guid scoreRun, string canonical, CancellationToken cancellationToken)
    {
        await jobs.NudgeAsync<DrawReports>();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceOfOnePage);
        try
        {
            while (await FindAsync(scoreRun, canonical, patience.Token) is { DrawnAt: null })
            {
                await Task.Delay(100, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The page says that it is still being made.
        }
    }

    private async Task<Guid?> IdOfAsync(Guid scoreRun, string digest, CancellationToken cancellationToken) =>
        await db.Reports.Where(r => r.ScoreRunId == scoreRun && r.Digest == digest).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellationToken);
}

/// <param name="DrawnAt">Null while the PDF is not there.</param>
public sealed record ReportState(Guid Id, DateTimeOffset? DrawnAt, int Failures)
{
    /// <summary>How far the PDF is, as pages word it.</summary>
    public static string StageOf(ReportState? state) => state switch
    {
        null => "None",
        { DrawnAt: not null } => "Ready",
        { Failures: > 0 } => "Failed",
        _ => "Waiting",
    };
}
