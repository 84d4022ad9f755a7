using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Results;

/// <summary>The report of one score run, and its PDF with the same content.</summary>
public sealed class ReportModel(ReportService reports, CampaignVisibility visible, AuditService audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Run { get; set; }

    public ComposedReport Report { get; private set; } = null!;

    /// <summary>How far the PDF is: <c>None</c>, <c>Waiting</c>, <c>Failed</c> or <c>Ready</c>.</summary>
    public string Stage { get; private set; } = "None";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Report.Hidden is null)
        {
            Stage = await reports.FindAsync(Report, cancellationToken) switch
            {
                null => "None",
                { DrawnAt: not null } => "Ready",
                { Failures: > 0 } => "Failed",
                _ => "Waiting",
            };
            await audit.NoteAsync(User.StaffId(), AuditService.ReportViewed, Run);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Report.Hidden is not null)
        {
            return NotFound();
        }

        await reports.RequestAsync(Report, User.StaffId(), cancellationToken);
        return Redirect($"/reports/{Run}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        ComposedReport? found = await reports.ComposeAsync(Run, cancellationToken);
        Report = found!;
        return found is not null && await visible.SeesAsync(User, found.Campaign.Id, cancellationToken);
    }
}
