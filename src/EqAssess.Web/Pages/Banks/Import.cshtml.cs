using EqAssess.Data.BankFiles;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Pages.Shared;
using EqAssess.Web.Rendering;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EqAssess.Web.Pages.Banks;

/// <summary>Takes a bank from a zip of its files: first everything that would change, or every problem; then, if somebody wants it, the change.</summary>
[RequestSizeLimit(BankExchange.LargestFile + 65_536)]
[RequestFormLimits(MultipartBodyLengthLimit = BankExchange.LargestFile)]
public sealed class ImportModel(BankExchange exchange, BankIntake intake, AuditService audit, StaffWords words) : PageModel
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
        if (await ReadAsync(bytes, cancellationToken))
        {
            Upload = await exchange.KeepAsync(bytes, By);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync([FromForm] Guid upload, [FromForm] bool retire, CancellationToken cancellationToken)
    {
        if (await exchange.KeptAsync(upload, By, cancellationToken) is not { } bytes)
        {
            FileProblem = words["Import.Gone"];
            return Page();
        }

        if (!await ReadAsync(bytes, cancellationToken))
        {
            return Page();
        }

        BankReading reading = BankZip.Read(new MemoryStream(bytes));
        TakenIn taken = await intake.TakeAsync(reading.Bank!, reading.Keys, retire, By);
        await exchange.ForgetAsync(upload);
        await audit.NoteAsync(By, AuditService.BankImported, taken.Bank);
        Said = words["Import.Done", taken.Waiting, taken.Keys, taken.Retired];
        return Redirect($"/banks/{taken.Bank}");
    }

    private Guid By => User.StaffId() ?? Guid.Empty;

    // False: nothing can be taken, and the page says why.
    private async Task<bool> ReadAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        BankReading reading = BankZip.Read(new MemoryStream(bytes));
        Problems = [.. reading.Problems.Take(Most)];
        ProblemsLeftOut = reading.Problems.Count - Problems.Count;
        if (reading.Bank is null)
        {
            return false;
        }

        Bank = reading.Bank;
        Changes = await exchange.PreviewAsync(reading.Bank, reading.Keys, cancellationToken);
        if (Changes.RefusedKeys.FirstOrDefault() is { } refused)
        {
            FileProblem = words["Import.KeyChanged", refused.Id];
            return false;
        }

        return true;
    }
}
