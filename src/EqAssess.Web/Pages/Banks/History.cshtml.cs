using EqAssess.Data;
using EqAssess.Data.BankFiles;
using EqAssess.Data.Tables;
using EqAssess.Domain.Banks;
using EqAssess.Domain.Scoring;
using EqAssess.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EqAssess.Web.Pages.Banks;

/// <summary>What differs between a version and another one, or a text of it that somebody replaced.</summary>
public sealed class HistoryModel(EqAssessDb db, BankLibrary library, ItemHistory history) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Version { get; set; }

    /// <summary>The version, or kept copy, to compare with; by default the live one, or the version before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? With { get; set; }

    public ItemVersionRow Row { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string BankTitle { get; private set; } = "";

    public IReadOnlyList<PastVersion> Others { get; private set; } = [];

    public IReadOnlyList<PastCopy> Copies { get; private set; } = [];

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.ItemVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == Version, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Title = ItemJson.Read(row.Content).Title;
        BankTitle = (await library.HeadAsync(row.BankId, cancellationToken)).Title;
        Others = [.. (await history.VersionsAsync(row.BankId, row.ItemId, cancellationToken)).Where(v => v.Id != Version)];
        Copies = await history.CopiesAsync(Version, cancellationToken);
        With ??= (row.Current ? null : Others.FirstOrDefault(v => v.Status == ItemStatus.Live))?.Id ?? Others.FirstOrDefault(v => v.Number < row.Number)?.Id ?? Copies.FirstOrDefault()?.Id;
        Changes = await ChangesAsync(cancellationToken);
        return Page();
    }

    private async Task<IReadOnlyList<FieldChange>> ChangesAsync(CancellationToken cancellationToken)
    {
        if (Copies.Any(c => c.Id == With))
        {
            return await history.ChangesAsync(await db.ItemDraftCopies.AsNoTracking().SingleAsync(c => c.Id == With, cancellationToken), Row, cancellationToken);
        }

        if (Others.FirstOrDefault(v => v.Id == With) is not { } other)
        {
            return [];
        }

        ItemVersionRow otherRow = await db.ItemVersions.AsNoTracking().SingleAsync(v => v.Id == other.Id, cancellationToken);
        return other.Number < Row.Number
            ? await history.ChangesAsync(otherRow, Row, cancellationToken)
            : await history.ChangesAsync(Row, otherRow, cancellationToken);
    }
}
