using EqAssess.Web.Composition;
using EqAssess.Data;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Banks;

/// <summary>Takes a bank from a zip of its files: first everything that would change, or every problem; then, if somebody wants it, the change.</summary>
/// <remarks>QTI packages and items come in by the same door; what they lack is completed in the editor.</remarks>
[RequestSizeLimit(BankExchange.LargestFile + 65_536)]
[RequestFormLimits(MultipartBodyLengthLimit = BankExchange.LargestFile)]
public sealed class ImportModel(
    EqAssessDb db, BankExchange exchange, BankIntake intake, ItemDesk desk, AuditService audit, StaffWords words) : PageModel
{
    /// <summary>Problems that are listed at most.</summary>
    private const int Most = 500;

    [TempData]
    public string? Said { get; set; }

    public string? FileProblem { get; private set; }

    public IReadOnlyList<BankProblem> Problems { get; private set; } = [];

    public int ProblemsLeftOut { get; private set; }

    public Bank? Bank { get; private set; }

    public BankChanges? Changes { get; private set; }

    public Guid? Upload { get; private set; }

    /// <summary>Items of a QTI file that lack something and can become drafts.</summary>
    public IReadOnlyList<Item> Drafts { get; private set; } = [];

    /// <summary>Banks that can take drafts.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Banks { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 })
        {
            FileProblem = words["Import.NoFile"];
            return Page();
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        byte[] bytes = content.ToArray();
        if (await ShowAsync(UploadedBank.Read(bytes, Path.GetFileName(file.FileName)), cancellationToken))
        {
            Upload = await exchange.KeepAsync(bytes, By);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync([FromForm] Guid upload, [FromForm] bool retire, CancellationToken cancellationToken)
    {
        if (await KeptAsync(upload, cancellationToken) is not { } sent || !await ShowAsync(sent, cancellationToken) || sent.Bank is null)
        {
            return Page();
        }

        if (!await exchange.ClaimAsync(upload))
        {
            return Redirect("/banks");
        }

        TakenIn taken = await intake.TakeAsync(sent.Bank, sent.Keys, retire, By);
        await audit.NoteAsync(By, AuditService.BankImported, taken.Bank);
        Said = words["Import.Done", taken.Waiting, taken.Keys, taken.Retired];
        return Redirect($"/banks/{taken.Bank}");
    }

    public async Task<IActionResult> OnPostDraftsAsync([FromForm] Guid upload, [FromForm] Guid bank, CancellationToken cancellationToken)
    {
        if (await KeptAsync(upload, cancellationToken) is not { } sent || !await ShowAsync(sent, cancellationToken) || !await db.Banks.AnyAsync(b => b.Id == bank, cancellationToken))
        {
            return Page();
        }

        if (!await exchange.ClaimAsync(upload))
        {
            return Redirect($"/banks/{bank}");
        }

        int begun = await desk.BeginAsync(bank, sent.Drafts, sent.Keyed, By);
        await audit.NoteAsync(By, AuditService.BankImported, bank);
        Said = words["Import.Drafts.Done", begun];
        return Redirect($"/banks/{bank}?filter.status=Draft");
    }

    private Guid By => User.StaffId() ?? Guid.Empty;

    private async Task<UploadedBank?> KeptAsync(Guid upload, CancellationToken cancellationToken)
    {
        byte[]? bytes = await exchange.KeptAsync(upload, By, cancellationToken);
        FileProblem = bytes is null ? words["Import.Gone"] : null;
        return bytes is null ? null : UploadedBank.Read(bytes, "upload");
    }

    // False: nothing can be taken, and the page says why.
    private async Task<bool> ShowAsync(UploadedBank sent, CancellationToken cancellationToken)
    {
        Problems = [.. sent.Problems.Take(Most)];
        ProblemsLeftOut = sent.Problems.Count - Problems.Count;
        Drafts = sent.Drafts;
        if (sent.Bank is null)
        {
            Banks = [.. (await db.Banks.OrderBy(b => b.Title).Select(b => new { b.Id, b.Title }).ToListAsync(cancellationToken)).Select(b => (b.Id, b.Title))];
            return Drafts.Count > 0;
        }

        Bank = sent.Bank;
        Changes = await exchange.PreviewAsync(sent.Bank, sent.Keys, cancellationToken);
        FileProblem = Changes.RefusedKeys.FirstOrDefault() is { } refused ? words["Import.KeyChanged", refused.Id]
            : await exchange.WhyNotAsync(sent.Bank, cancellationToken) switch
            {
                HeadRefusal.OtherLanguage other => words["Import.Language", other.Language],
                HeadRefusal.FacetInUse inUse => words["Import.Facet", inUse.Facet],
                _ => null,
            };
        return FileProblem is null;
    }
}
