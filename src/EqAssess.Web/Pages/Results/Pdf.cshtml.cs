using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Results;

/// <summary>The PDF file of a report that was drawn.</summary>
public sealed class PdfModel(ReportService reports, CampaignVisibility visible, AuditService audit) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid run, CancellationToken cancellationToken)
    {
        if (await reports.ComposeAsync(run, cancellationToken) is not { Hidden: null } report
            || !await visible.SeesAsync(User, report.Campaign.Id, cancellationToken)
            || await reports.FindAsync(report, cancellationToken) is not { DrawnAt: not null } state
            || await reports.PdfAsync(state.Id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.ReportDownloaded, run);
        string name = string.Concat(report.Candidate.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Trim();
        return File(file, "application/pdf", $"{(name.Length == 0 ? "report" : name)}.pdf");
    }
}
