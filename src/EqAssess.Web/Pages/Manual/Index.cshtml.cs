using EqAssess.Domain.Reports;
using EqAssess.Web.Composition;
using EqAssess.Web.Services;
using EqAssess.Web.Services.Manual;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Manual;

/// <summary>The technical manual of a form version, as a page and as a PDF with the same content.</summary>
public sealed class IndexModel(TechnicalManual manual, PaperPrinting printing, AuditService audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ReportDocument Document { get; private set; } = null!;

    /// <summary>A PDF was asked for, and could not be made.</summary>
    public bool NotPrinted { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (await printing.PrintAsync(Document, cancellationToken) is not { } file)
        {
            (NotPrinted, Response.StatusCode) = (true, StatusCodes.Status503ServiceUnavailable);
            return Page();
        }

        await audit.NoteAsync(User.StaffId(), AuditService.ManualPrinted, Id);
        return File(file, "application/pdf", $"{FileNames.Of(Document.Title, "manual")}.pdf");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await manual.ComposeAsync(Id, cancellationToken) is not { } document)
        {
            return false;
        }

        Document = document;
        return true;
    }
}
