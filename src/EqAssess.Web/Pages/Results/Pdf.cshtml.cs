using EqAssess.Domain.Reports;
using EqAssess.Web.Composition;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Results;

/// <summary>The PDF file of a report that was drawn.</summary>
public sealed class PdfModel(ReportDocuments documents, ReportService reports, CampaignVisibility visible, AuditService audit, StaffWords words) : PageModel
{
    /// <param name="as">Code of the kind (<see cref="ReportKinds"/>).</param>
    public async Task<IActionResult> OnGetAsync(Guid run, string? @as, CancellationToken cancellationToken)
    {
        if (ReportKinds.Read(@as) is not ReportKind kind
            || await documents.ComposeAsync(run, kind, User.StaffId(), cancellationToken) is not { IsOpen: true } report
            || !await visible.SeesAsync(User, report.Campaign.Id, cancellationToken)
            || await reports.FindAsync(report, cancellationToken) is not { DrawnAt: not null } state
            || await reports.PdfAsync(state.Id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.ReportDownloaded, run);
        string name = FileNames.Of(report.Candidate, words["Zip.Nameless"]);
        return File(file, "application/pdf", kind == ReportKind.Recruiter ? $"{name}.pdf" : $"{name} - {words[$"Report.Kind.{kind}"]}.pdf");
    }
}
