using EqAssess.Domain.Reports;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Results;

/// <summary>The reports of one score run, and their PDFs with the same content.</summary>
public sealed class ReportModel(ReportDocuments documents, ReportService reports, CampaignVisibility visible, AuditService audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Run { get; set; }

    /// <summary>Code of the kind (<see cref="ReportKinds"/>).</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    /// <summary>Null where there is none at this address; the page says what may be the reason.</summary>
    public ComposedReport? Report { get; private set; }

    /// <summary>How far the PDF is: <c>None</c>, <c>Waiting</c>, <c>Failed</c> or <c>Ready</c>.</summary>
    public string Stage { get; private set; } = "None";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        if (Report!.IsOpen)
        {
            Stage = ReportState.StageOf(await reports.FindAsync(Report, cancellationToken));
            await audit.NoteAsync(User.StaffId(), AuditService.ReportViewed, Run);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !Report!.IsOpen)
        {
            return NotFound();
        }

        if (Report.Counts)
        {
            await reports.RequestAsync(Report, User.StaffId(), cancellationToken);
        }

        return Redirect(ReportKinds.AddressOf(Run, Report.Document.Kind));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        ComposedReport? found = ReportKinds.Read(As) is ReportKind kind
            ? await documents.ComposeAsync(Run, kind, User.StaffId(), cancellationToken)
            : null;
        Report = found is not null && await visible.SeesAsync(User, found.Campaign.Id, cancellationToken) ? found : null;
        return Report is not null;
    }
}
