using EqAssess.Data.Exchange;
using EqAssess.Data.Tables;
using EqAssess.Web.Composition;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Campaigns;

/// <summary>Takes one person, pasted rows or a file. Nobody is invited before the preview was agreed to.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = LargestBody, ValueLengthLimit = LargestFile)]
public sealed class InviteModel(CampaignVisibility visible, InvitationImports imports, StaffWords words, TimeProvider time) : PageModel
{
    private const int LargestFile = 8 * 1024 * 1024;

    /// <summary>A file that is somewhat too large is taken in, so that the page can say so.</summary>
    private const int LargestBody = 3 * LargestFile;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public CampaignRow Campaign { get; private set; } = null!;

    public bool Closed => time.Now >= Campaign.ClosesAt;

    [TempData]
    public string? Said { get; set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        [FromForm] string? name, [FromForm] string? email, [FromForm] string? rows, IFormFile? file, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        ListText? list = await ReadAsync(file, cancellationToken);
        if (Problem(file, list) is string problem)
        {
            Problems = [new FieldProblem("file", problem)];
            return Page();
        }

        IEnumerable<CsvRow> one = string.IsNullOrWhiteSpace(name) && string.IsNullOrWhiteSpace(email) ? [] : [new CsvRow(1, name, email, null)];
        IEnumerable<CsvRow> people = one.Concat(CandidateCsv.Rows(rows ?? "")).Concat(CandidateCsv.Rows(list?.Text ?? ""));
        if (await imports.ReadAsync(Id, people, User.StaffId(), cancellationToken) is not Guid import)
        {
            Problems = [new FieldProblem("rows", words["Invite.Nobody"])];
            return Page();
        }

        Said = list?.Encoding == ListEncoding.Windows1252 ? words["Invite.Windows1252"] : null;
        return Redirect($"/campaigns/{Id}/invite/{import}");
    }

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

    private string? Problem(IFormFile? file, ListText? list) =>
        file is { Length: > LargestFile } ? words["Invite.TooLarge"]
        : list?.Encoding == ListEncoding.Spreadsheet ? words["Invite.Spreadsheet"]
        : list?.Encoding == ListEncoding.Unreadable ? words["Invite.Unreadable"]
        : null;

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        CampaignRow? row = await visible.Of(User).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, cancellationToken);
        Campaign = row!;
        return row is not null;
    }
}
