using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Results;

/// <summary>The comparison of two to eight people as a paper: <c>?run=…&amp;run=…</c>, in the order of the address.</summary>
public sealed class ComparisonModel(ReportDocuments documents, ReportService reports, CampaignVisibility visible, AuditService audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Score runs.</summary>
    [BindProperty(SupportsGet = true, Name = "run")]
    public IReadOnlyList<Guid> Runs { get; set; } = [];

    /// <summary>Null where these people cannot stand side by side; the page says what may be the reason.</summary>
    public ComposedReport? Report { get; private set; }

    public string Stage { get; private set; } = "None";

    /// <summary>The runs as a query.</summary>
    public string Query => string.Join('&', Runs.Select(r => $"run={r}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await visible.SeesAsync(User, Id, cancellationToken))
        {
            return NotFound();
        }

        Report = await documents.CompareAsync(Id, Runs, User.StaffId(), cancellationToken);
        if (Report is { Hidden: null })
        {
            Stage = ReportState.StageOf(await reports.FindAsync(Report, cancellationToken));
            await audit.NoteAsync(User.StaffId(), AuditService.ReportViewed, Runs);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await visible.SeesAsync(User, Id, cancellationToken)
            && await documents.CompareAsync(Id, Runs, User.StaffId(), cancellationToken) is { Hidden: null } report)
        {
            await reports.RequestAsync(report, User.StaffId(), cancellationToken);
        }

        return Redirect($"/campaigns/{Id}/comparison?{Query}");
    }

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellationToken)
    {
        if (!await visible.SeesAsync(User, Id, cancellationToken)
            || await documents.CompareAsync(Id, Runs, User.StaffId(), cancellationToken) is not { Hidden: null } report
            || await reports.FindAsync(report, cancellationToken) is not { DrawnAt: not null } state
            || await reports.PdfAsync(state.Id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.ReportDownloaded, Runs);
        return File(file, "application/pdf", $"{FileNames.Of(report.Candidate, "comparison")}.pdf");
    }
}
