using System.Globalization;
using System.IO.Compression;
using System.Text;
using EqAssess.Data;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Web.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Services;

/// <summary>
/// The zip of a batch, written while it is downloaded: one paper after the other goes from its row to the reader, so the memory that it
/// takes does not grow with the batch, and nothing is left on disk.
/// </summary>
public sealed class ReportZip(EqAssessDb db, ShownNames names, StaffWords words)
{
    /// <param name="staff">Who downloads.</param>
    /// <param name="taken">Takes the score runs whose papers went into the zip, also of a download that breaks off.</param>
    public async Task WriteAsync(
        CampaignRow campaign, ReportBatch batch, Guid? staff, Stream stream, ICollection<Guid> taken, CancellationToken cancellationToken)
    {
        List<ReportBatchItem> items = await db.ReportBatchItems.AsNoTracking().Where(i => i.BatchId == batch.Id).OrderBy(i => i.Position).ToListAsync(cancellationToken);
        string places = $"D{Math.Max(3, items.Count.ToString(CultureInfo.InvariantCulture).Length)}";
        var contents = new StringBuilder();
        Line(contents, words["Zip.File"], words["Zip.Candidate"], words["Zip.Code"], words["Zip.LeftOut"]);
        await using var output = new AsyncOutput(stream);
        await using (ZipArchive zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken))
        {
            foreach (ReportBatchItem item in items)
            {
                string number = item.Position.ToString(places, CultureInfo.InvariantCulture);
                Paper? paper = await PaperAsync(campaign, item, staff, cancellationToken);
                if (paper is not null)
                {
                    taken.Add(paper.Run);
                }

                await AddAsync(zip, number, item, paper, contents, cancellationToken);
            }

            byte[] list = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(contents.ToString())];
            await AddAsync(zip, $"{words["Zip.Contents"]}.csv", list, CompressionLevel.Fastest, cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
    }

    private static void Line(StringBuilder contents, params string[] cells) => contents.Append(string.Join(',', cells.Select(CsvCell.Write))).Append("\r\n");

    private static async Task AddAsync(ZipArchive zip, string file, byte[] content, CompressionLevel level, CancellationToken cancellationToken)
    {
        await using Stream entry = await zip.CreateEntry(file, level).OpenAsync(cancellationToken);
        await entry.WriteAsync(content, cancellationToken);
    }

    private async Task AddAsync(ZipArchive zip, string number, ReportBatchItem item, Paper? paper, StringBuilder contents, CancellationToken cancellationToken)
    {
        if (paper is null)
        {
            Line(contents, "", "", "", $"{number}: {words[$"Zip.LeftOut.{item.LeftOut ?? await WhyAsync(item, cancellationToken)}"]}");
            return;
        }

        string file = $"{number} {FileNames.Of(paper.Name, words["Zip.Nameless"])}.pdf";
        await AddAsync(zip, file, paper.Pdf, CompressionLevel.NoCompression, cancellationToken);
        Line(contents, file, paper.Name, paper.Code, "");
    }

    /// <summary>Asked for each paper at its turn: who withdrew or was erased a moment ago is not handed out.</summary>
    private async Task<Paper?> PaperAsync(CampaignRow campaign, ReportBatchItem item, Guid? staff, CancellationToken cancellationToken)
    {
        var found = await (
            from report in db.Reports
            join run in db.ScoreRuns on report.ScoreRunId equals run.Id
            join attempt in db.Attempts on run.AttemptId equals attempt.Id
            join invitation in db.Invitations on attempt.InvitationId equals invitation.Id
            join candidate in db.Candidates on invitation.CandidateId equals candidate.Id
            where report.Id == item.ReportId && report.DrawnAt != null && invitation.WithdrawnAt == null && candidate.ErasedAt == null
            select new { report.Pdf, Run = run.Id, Code = db.ReportSeals.Where(s => s.ReportId == report.Id).Select(s => s.Code).FirstOrDefault() })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found?.Pdf is null
            ? null
            : new Paper((await names.OfAsync(campaign, [item.InvitationId], staff, cancellationToken))[item.InvitationId], found.Run, found.Code ?? "", found.Pdf);
    }

    private async Task<LeftOut> WhyAsync(ReportBatchItem item, CancellationToken cancellationToken) =>
        await db.Reports.AnyAsync(r => r.Id == item.ReportId && r.DrawnAt == null && db.ScoreRuns.Any(s => s.Id == r.ScoreRunId
            && db.Attempts.Any(a => a.Id == s.AttemptId && db.Invitations.Any(i => i.Id == a.InvitationId && i.WithdrawnAt == null))), cancellationToken)
            ? LeftOut.NotDrawn
            : LeftOut.Gone;

    private sealed record Paper(string Name, Guid Run, string Code, byte[] Pdf);
}
