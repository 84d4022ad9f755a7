using EqAssess.Data;
using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Validity;

/// <summary>A list of outcomes: first what would become of each row, and after somebody agreed, what did.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = LargestBody, ValueLengthLimit = LargestFile)]
public sealed class ImportModel(EqAssessDb db, OutcomeImports imports, StaffWords words) : PageModel
{
    private const int LargestFile = 1024 * 1024;
    private const int LargestBody = 3 * LargestFile;

    [BindProperty(SupportsGet = true)]
    public Guid Form { get; set; }

    [BindProperty]
    public string? Rows { get; set; }

    public FormVersionRow Version { get; private set; } = null!;

    /// <summary>Null before a list was looked at.</summary>
    public IReadOnlyList<OutcomeChecked>? Looked { get; private set; }

    /// <summary>How many were stored; null while the list is looked at.</summary>
    public int? Stored { get; private set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public int Ready => Looked?.Count(l => l.Result == OutcomeResult.Ready) ?? 0;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        ListText? list = await ReadAsync(file, cancellationToken);
        if (file is { Length: > LargestFile } || list is { Text: null })
        {
            Problems = [new FieldProblem("file", words[list is null ? "Outcomes.TooLarge" : list.Encoding == ListEncoding.Spreadsheet ? "Invite.Spreadsheet" : "Invite.Unreadable"])];
            return Page();
        }

        Rows = string.Join('\n', new[] { Rows, list?.Text }.Where(t => !string.IsNullOrWhiteSpace(t)));
        IReadOnlyList<OutcomeChecked> looked = await imports.LookAsync(Form, Rows, cancellationToken);
        Looked = looked.Count == 0 ? null : looked;
        Problems = looked.Count == 0 ? [new FieldProblem("rows", words["Outcomes.Empty"])] : [];
        return Page();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Looked = await imports.LookAsync(Form, Rows ?? "", cancellationToken);
        Stored = await imports.ImportAsync(Form, Rows ?? "", User.StaffId(), cancellationToken);
        return Page();
    }

    /// <summary>Why a row is not taken, or that it is.</summary>
    public string WordOf(OutcomeChecked row) => row.Line.Problem is OutcomeLineProblem problem
        ? words[$"OutcomeLine.{problem}", OutcomeCsv.MostRows]
        : row.Result == OutcomeResult.Ready && Stored is not null ? words["OutcomeResult.Stored"] : words[$"OutcomeResult.{row.Result}"];

    private static async Task<ListText?> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 and <= LargestFile })
        {
            return null;
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        return ListText.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        FormVersionRow? row = await db.FormVersions.AsNoTracking().SingleOrDefaultAsync(f => f.Id == Form, cancellationToken);
        Version = row!;
        return row is not null;
    }
}
